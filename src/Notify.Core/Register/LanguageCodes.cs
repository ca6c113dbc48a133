namespace Notify.Core.Register;

/// <summary>Languages as templates, <c>Content-Language</c> and JSON name them.</summary>
public static class LanguageCodes
{
    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public static string ToCode(this Language language) => language is Language.English ? "en" : "sv";
}
