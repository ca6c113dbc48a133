namespace Notify.Testing.Sinks;

/// <summary>A request as the script of a sink sees it.</summary>
/// <param name="Number">How many requests came before it.</param>
/// <param name="Id">The argument <c>notify_id</c>; empty when the mail has none.</param>
public sealed record SinkRequest(int Number, string Id, IReadOnlyList<string> To, ReadOnlyMemory<byte> Body, DateTimeOffset At);

/// <summary>A mail that a sink took.</summary>
/// <param name="Id">The argument <c>notify_id</c>; empty when the mail has none.</param>
/// <param name="MessageId">The <c>X-Message-Id</c> of the answer.</param>
/// <param name="SmtpId">The header <c>Message-ID</c> that the mail asked for; empty when none.</param>
public sealed record SinkMail(
    string Id, IReadOnlyList<string> To, string Subject, IReadOnlyList<string> Categories, string MessageId, string SmtpId, DateTimeOffset At);

/// <summary>How a request ended.</summary>
/// <param name="Status">What the caller heard; 0: nothing.</param>
/// <param name="Taken">Whether the mail was taken.</param>
public sealed record SinkLine(string Id, DateTimeOffset At, int Status, bool Taken);
