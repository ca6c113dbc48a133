using System.Text.Json.Serialization;

namespace Notify.Core.Register;

/// <summary>Where the register of a district stands: the one row that an import flips.</summary>
/// <param name="Version">The present version; rises by one with every change and never goes back.</param>
/// <param name="At">When the present version was imported.</param>
/// <param name="Hash">Identifies the present content; equal content has an equal hash.</param>
/// <param name="Kept">The versions that can still be read, oldest first; the present one is the last.</param>
/// <param name="FirstAssigned">The first version with an assignment: the silent baseline of the contacts watch, kept for ever. Null: there was none yet.</param>
/// <param name="Since">When the district's first version was imported.</param>
/// <param name="Closed">The district is no longer in the register: its snapshot has the district's row and nothing else.</param>
public sealed record RegisterPointer(
    long Version,
    DateTimeOffset At,
    string Hash,
    IReadOnlyList<KeptVersion> Kept,
    long? FirstAssigned,
    DateTimeOffset Since,
    bool Closed)
{
    /// <summary>How many versions are kept for a restore, besides <see cref="FirstAssigned"/>.</summary>
    public const int KeptVersions = 10;

    /// <summary>The ETag of the row; empty when it was not read from the store.</summary>
    [JsonIgnore]
    public string ETag { get; init; } = string.Empty;

    /// <summary>The district that has taken over; null: none has. Then it is <paramref name="Closed"/> as well.</summary>
    public DistrictCode? Successor { get; init; }

    /// <summary>The pointer after this one (null: the district is new) when the version of an intent becomes the present one.</summary>
    internal static RegisterPointer After(RegisterPointer? pointer, RegisterIntent intent, IntendedVersion next)
    {
        var first = pointer?.FirstAssigned ?? (next.HasAssignments ? next.Version : null);
        var version = new KeptVersion(next.Version, intent.At, intent.ImportId, next.Chunks, intent.Source, next.Closed);
        var kept = (pointer?.Kept ?? []).Append(version).Where(k => k.Version > next.Version - KeptVersions || k.Version == first);
        return new(next.Version, intent.At, next.Hash, [.. kept], first, pointer?.Since ?? intent.At, next.Closed)
        {
            ETag = pointer?.ETag ?? string.Empty,
            Successor = next.Successor,
        };
    }
}

/// <summary>A version of a district's register that can still be read.</summary>
/// <param name="At">When it was imported.</param>
/// <param name="ImportId">Names the chunks that hold it.</param>
/// <param name="Chunks">How many they are.</param>
/// <param name="Source">What it was imported from, as shown to people.</param>
/// <param name="Closed">The district was not in the register.</param>
public sealed record KeptVersion(long Version, DateTimeOffset At, string ImportId, int Chunks, string Source, bool Closed);
