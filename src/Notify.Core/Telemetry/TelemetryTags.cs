using System.Diagnostics;

namespace Notify.Core.Telemetry;

/// <summary>The names of what figures and spans are told apart by.</summary>
public static class TelemetryTags
{
    /// <summary>A kind of CONTRACT.md "Mail".</summary>
    public const string Kind = "notify.kind";

    /// <summary>The state that a notification came into.</summary>
    public const string State = "notify.state";

    /// <summary>The id of a notification; on spans only.</summary>
    public const string Id = "notify.id";

    /// <summary>The code of a district; on spans only.</summary>
    public const string District = "notify.district";

    /// <summary>A name of CONTRACT.md "Jobs".</summary>
    public const string Job = "notify.job";

    /// <summary>The way out for mail, as <c>smtp</c>.</summary>
    public const string Transport = "notify.transport";

    /// <summary>What the work came to.</summary>
    public const string Outcome = "notify.outcome";

    /// <summary>What an operation on the store does, by the name that OpenTelemetry has for it.</summary>
    public const string Operation = "db.operation.name";

    /// <summary>What kind of event the mail provider told.</summary>
    public const string Event = "notify.event";

    /// <summary>The type of an exception, never its message; absent when all went well. A name of OpenTelemetry.</summary>
    public const string Error = "error.type";

    /// <summary>A word of an enum as tags have it.</summary>
    public static string Word<T>(T term)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(term.ToString());

    /// <summary>Marks a span as failed, by the type of the error alone: its message may say whom it was about.</summary>
    public static void Fail(this Activity? span, Exception error)
    {
        span?.SetTag(Error, error.GetType().Name);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
