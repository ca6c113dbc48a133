namespace Notify.Testing.Sinks;

/// <summary>What a sink does with a request that is in order.</summary>
public sealed record SinkAnswer
{
    private SinkAnswer()
    {
    }

    /// <summary>Takes the mail and says so.</summary>
    public static SinkAnswer Take { get; } = new() { Takes = true, Status = 202 };

    /// <summary>Whether the mail is taken, whatever the caller hears of it.</summary>
    public bool Takes { get; private init; }

    /// <summary>What the caller hears; 0: nothing.</summary>
    public int Status { get; private init; }

    /// <summary>Whether the caller is left waiting; else, without a status, the connection is cut.</summary>
    public bool Hangs { get; private init; }

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; private init; } = [];

    /// <summary>The message and the field of an error in the answer's body.</summary>
    public (string Message, string? Field)? Error { get; private init; }

    /// <summary>Refuses: 400, 429, 500, 503…</summary>
    public static SinkAnswer Refuse(int status, params (string Name, string Value)[] headers) =>
        new() { Status = status, Headers = headers, Error = ($"refused with {status}, says the test", null) };

    /// <summary>Refuses with an error about a part of the request.</summary>
    public static SinkAnswer Refuse(int status, string message, string? field) => new() { Status = status, Error = (message, field) };

    /// <summary>Refuses for a while, as SendGrid does.</summary>
    public static SinkAnswer TooMany(TimeSpan pause) => Refuse(429, ("Retry-After", ((int)pause.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Cuts the connection, before or after it took the mail.</summary>
    public static SinkAnswer Reset(bool taken) => new() { Takes = taken };

    /// <summary>Never answers, before or after it took the mail.</summary>
    public static SinkAnswer Hang(bool taken) => new() { Takes = taken, Hangs = true };
}
