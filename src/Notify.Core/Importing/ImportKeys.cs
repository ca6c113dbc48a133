using System.Globalization;

namespace Notify.Core.Importing;

/// <summary>The keys under which drafts are stored, in the system partition.</summary>
internal static class ImportKeys
{
    /// <summary>Of the one row that a draft is.</summary>
    public const string DraftPrefix = "draft:";

    /// <summary>The part of a view that is no list.</summary>
    public const string Summary = "summary";

    public static string Draft(string id) => DraftPrefix + id;

    /// <summary>The tables that were sent.</summary>
    public static string Content(string id) => $"draft-content:{id}:";

    /// <summary>What the pages of a draft show.</summary>
    public static string Views(string id) => $"draft-view:{id}:";

    public static string View(string id, string view) => $"{Views(id)}{view}:";

    public static string Part(string id, string view, string part) => $"{View(id, view)}{part}:";

    public static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D4}");
}
