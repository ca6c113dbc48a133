using System.Net.Http.Headers;
using System.Text;

using Notify.Web.Tests.World;

namespace Notify.Web.Tests.Hostile;

/// <summary>Something that no browser sends for a person who means well.</summary>
/// <param name="MustRefuse">Whether it can never be taken, whatever the form.</param>
/// <param name="Content">What is sent, from the form as it should be and a token that is another browser's.</param>
internal sealed record HostileInput(string Name, bool MustRefuse, Func<FilledForm, string, HttpContent> Content)
{
    /// <summary>Script and elements, as the tests look for them on pages.</summary>
    public const string Markup = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b id=hostile>";

    private const string Formula = "=cmd|' /C calc'!A0";
    private const string Bidi = "a\u202Egnp.exe\u2066\u200Fb";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        new("markup", false, (form, _) => form.WithTyped(Markup).ToContent()),
        new("markup in hidden fields and the button", false, (form, _) => form.WithHidden(Markup).ToContent()),
        new("formula", false, (form, _) => form.WithTyped(Formula).ToContent()),
        new("text that runs both ways", false, (form, _) => form.WithTyped(Bidi).ToContent()),
        new("a megabyte in one field", true, (form, _) => With(form, ("message", new string('x', 1_000_000))).ToContent()),
        new("NUL", false, (form, _) => form.WithTyped("a\0b").ToContent()),
        new("half a surrogate pair and bytes that are no UTF-8", false, (form, _) => Raw(form, form.Typed.Select(t => $"{Uri.EscapeDataString(t)}=%ED%A0%80%FF%C3"))),
        new("every field twice", true, (form, _) => (form with { Fields = [.. form.Fields, .. form.Fields] }).ToContent()),
        new("no antiforgery token", true, (form, _) => form.WithToken(null).ToContent()),
        new("another browser's antiforgery token", true, (form, token) => form.WithToken(token).ToContent()),
        new("JSON", true, (form, _) => Of("application/json", "{\"do\":\"confirm\"}")),
        new("multipart that has no boundary", true, (form, _) => Of("multipart/form-data", "do=confirm")),
        new("multipart cut off", true, (form, _) => Of("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nconf")),
        new("a charset that nobody has", true, (form, _) => Of("application/x-www-form-urlencoded; charset=utf-7", "+ADw-script+AD4-=1")),
        new("ten thousand fields", true, (form, _) => (form with { Fields = [.. form.Fields, .. Enumerable.Range(0, 10_000).Select(n => ($"f{n}", "1"))] }).ToContent()),
        new("no body", true, (_, _) => new ByteArrayContent([])),
    ];

    private static FilledForm With(FilledForm form, (string Name, string Value) field) => form with { Fields = [.. form.Fields.Where(f => f.Name != field.Name), field] };

    private static StringContent Raw(FilledForm form, IEnumerable<string> pairs) => Of(
        "application/x-www-form-urlencoded",
        string.Join('&', form.Fields.Where(f => !form.Typed.Contains(f.Name)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}").Concat(pairs)));

    private static StringContent Of(string type, string body)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}

/// <summary>Looks for what is not ours.</summary>
internal static class OthersMarkup
{
    /// <summary>Whether the page has an element that only hostile input can have brought. Our pages have no script, and no picture by address.</summary>
    public static bool HasMarkupOfOthers(this Page page) =>
        page.Response.Content.Headers.ContentType?.MediaType == "text/html" && page.Document.QuerySelector("script, img[src=x], #hostile, [onerror]") is not null;
}
