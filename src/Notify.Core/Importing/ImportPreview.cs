using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>What a draft would do to the register, seen at one moment.</summary>
/// <param name="At">That moment.</param>
/// <param name="Generation">Identifies the register it was held against; null: there was none yet.</param>
/// <param name="Problems">What keeps it from being applied, as far as it is listed; empty when nothing does.</param>
/// <param name="Warnings">What is worth a look, as far as it is listed.</param>
/// <param name="Tables">Counts for every table, under its name in CONTRACT.md and in that order.</param>
/// <param name="Districts">The districts that get a new version.</param>
public sealed record ImportPreview(
    DateTimeOffset At,
    string? Generation,
    Listed<KeptIssue> Problems,
    Listed<KeptIssue> Warnings,
    IReadOnlyList<TableCount> Tables,
    IReadOnlyList<DistrictPreview> Districts,
    MailPreview Mails)
{
    /// <summary>Whether the register would be as it is.</summary>
    public bool ChangesNothing => Districts.Count == 0;

    /// <summary>Whether the mass-change guard asks a human.</summary>
    public bool IsHeld => Districts.Any(d => d.Held is not null);
}

/// <summary>The first of many, and how many there are.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, int All)
{
    /// <summary>How many are not listed.</summary>
    public int More => All - Items.Count;
}

/// <summary>Lists the first of many.</summary>
public static class Listed
{
    /// <summary>The first of the list.</summary>
    public static Listed<T> First<T>(IReadOnlyList<T> list, int most) => new([.. list.Take(most)], list.Count);
}

/// <summary>The changes of a table.</summary>
public sealed record TableCount(string Table, TableChanges Changes)
{
    /// <summary>Rows that come, go or change.</summary>
    public int All => Changes.Added + Changes.Removed + Changes.Changed;
}

/// <summary>What becomes of a district.</summary>
/// <param name="Held">What the mass-change guard says of it; null: nothing.</param>
public sealed record DistrictPreview(DistrictCode Code, string Name, DistrictFate Fate, Bilingual? Held);

/// <summary>What an import makes of a district.</summary>
public enum DistrictFate
{
    /// <summary>It gets a new version.</summary>
    Changed,

    /// <summary>It was not in the register.</summary>
    New,

    /// <summary>It is no longer in the register.</summary>
    Closed,
}

/// <summary>The mails that an import causes, and those that it keeps from being sent, within <see cref="ImportRehearsal.Horizon"/>.</summary>
/// <param name="Caused">Their number by kind.</param>
/// <param name="Spared">Those that would have gone without it, by kind.</param>
/// <param name="Districts">How many of the changed districts were gone through.</param>
public sealed record MailPreview(IReadOnlyDictionary<string, int> Caused, IReadOnlyDictionary<string, int> Spared, int Districts)
{
    /// <summary>No mail at all.</summary>
    public static MailPreview None { get; } = new(new Dictionary<string, int>(), new Dictionary<string, int>(), 0);
}

/// <summary>A mail that an import would cause.</summary>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="Title">The subject line.</param>
/// <param name="Recipients">Their addresses, the first of many.</param>
/// <param name="NotBefore">When it may leave at the earliest.</param>
public sealed record PreviewedMail(string Kind, DistrictCode District, string Subject, string Title, Listed<string> Recipients, DateTimeOffset NotBefore);
