using System.Text.Json.Serialization;

namespace Notify.Core.Templates.Wording;

/// <summary>Whose wording of one kind in one language was in use, and when: the newest entry first. No entry: ours, always.</summary>
public sealed record WordingHistory(IReadOnlyList<WordingEntry> Entries)
{
    /// <summary>How many entries are kept; every text is kept for ever.</summary>
    public const int Longest = 200;

    /// <summary>Nothing was ever changed.</summary>
    public static WordingHistory Empty { get; } = new([]);

    /// <summary>Grows with every change: what a change has to know, so that nobody overwrites what they have not seen.</summary>
    [JsonIgnore]
    public int Revision => Present?.Revision ?? 0;

    /// <summary>What holds now; null: ours, and it was never otherwise.</summary>
    [JsonIgnore]
    public WordingEntry? Present => Entries.Count > 0 ? Entries[0] : null;

    /// <summary>The history with one change more.</summary>
    public WordingHistory With(string? version, DateTimeOffset at, string by, string note) =>
        new([new(Revision + 1, version, at, by, note), .. Entries.Take(Longest - 1)]);
}

/// <summary>One change of wording.</summary>
/// <param name="Revision">Counts from 1.</param>
/// <param name="Version">The text that was put in place, of <see cref="MailSource.Version"/>; null: back to ours.</param>
/// <param name="By">As the sign-in names the person.</param>
/// <param name="Note">Why, in the person's words; may be empty.</param>
public sealed record WordingEntry(int Revision, string? Version, DateTimeOffset At, string By, string Note);

/// <summary>A mail that the own wording could not be used for.</summary>
/// <param name="Version">The wording.</param>
/// <param name="Notification">The first such mail that a process met.</param>
/// <param name="Reason">For people.</param>
public sealed record WordingTrouble(string Version, DateTimeOffset At, string Notification, string Reason);

/// <summary>How rows are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WordingHistory))]
[JsonSerializable(typeof(WordingTrouble))]
[JsonSerializable(typeof(MailSource))]
internal sealed partial class WordingJson : JsonSerializerContext;
