using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Notify.Core.Register;
using Notify.Web.Texts;

namespace Notify.Web.Layout;

/// <summary>What every page needs to know of its request: the language, and how to link on without losing it.</summary>
/// <param name="T">The words.</param>
/// <param name="Chosen">The language asked for by <c>?lang=</c>; null: the page's own.</param>
/// <param name="IsPortal">Whether the reader may go to the portal's pages.</param>
/// <param name="Query">The rest of the query, as shown.</param>
public sealed record PageFrame(ITexts T, Language? Chosen, bool IsPortal, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    private const string LanguageField = "lang";
    private static readonly SwedishTexts Swedish = new();
    private static readonly EnglishTexts English = new();

    /// <summary>The code of the language, for <c>lang</c>.</summary>
    public string LanguageCode => T.Language.ToCode();

    /// <summary>The code of the language that the switch leads to.</summary>
    public string OtherLanguageCode => (T.Language is Language.English ? Language.Swedish : Language.English).ToCode();

    /// <summary>This page in the other language; relative, so that nothing in the path can lead elsewhere.</summary>
    public string SwitchUrl => new QueryBuilder(Query) { { LanguageField, OtherLanguageCode } }.ToString();

    /// <summary>The frame of a request.</summary>
    /// <param name="own">The page's own language, used unless the reader chose one.</param>
    public static PageFrame Of(HttpContext http, bool isPortal, Language own = Language.Swedish)
    {
        Language? chosen = http.Request.Query[LanguageField].ToString() switch
        {
            "sv" => Language.Swedish,
            "en" => Language.English,
            _ => null,
        };
        var rest = http.Request.Query
            .Where(q => q.Key != LanguageField && q.Value.Count == 1)
            .Select(q => KeyValuePair.Create(q.Key, q.Value.ToString())).ToList();
        return new((chosen ?? own) is Language.English ? English : Swedish, chosen, isPortal, rest);
    }

    /// <summary>A link of ours, with what is not empty of the query and the language that was chosen.</summary>
    public string Url(string path, params (string Name, string? Value)[] query)
    {
        var builder = new QueryBuilder(query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value!)));
        if (Chosen is { } language)
        {
            builder.Add(LanguageField, language.ToCode());
        }

        return path + builder;
    }
}
