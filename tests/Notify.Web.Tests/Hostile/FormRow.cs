using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Notify.Web.Tests.World;

namespace Notify.Web.Tests.Hostile;

/// <summary>A form that people post: the route that takes it, the page it stands on, and the button that sends it.</summary>
/// <param name="Page">A path, or a name that <see cref="HostileCity.PathOf"/> knows.</param>
/// <param name="Button">The value of its button.</param>
/// <param name="Fill">What a person fills in; the rest is left as it stands.</param>
internal sealed record FormRow(string Route, string Page, string Button, params (string Name, string Value)[] Fill)
{
    /// <summary>Every form of the web. A form that is added gets a row here.</summary>
    public static IReadOnlyList<FormRow> All { get; } =
    [
        new("/r/{**token}", "RECEIPT", "confirm"),
        new("/r/{**token}", "RECEIPT", "propose", ("name", "Vilma Ek"), ("email", "vilma@skola.example")),
        new("/r/{**token}", "AGREEMENT", "answer", ("answer", "revised"), ("next", "2027-03-15"), ("name", "Robin Ek")),
        new("/r/{**token}", "FORUM", "answer", ("answer", "yes"), ("names", "Kim Ek"), ("message", "Hej")),
        new("/r/{**token}", "MATERIAL", "confirm"),
        new("/r/{**token}", "FOLLOWUP", "save", ("FIRST", "3")),
        new("/forums/{district}/{key}", "ATTENDANCE", "record", ("came", "98000001"), ("persons-98000001", "2")),
        new("/calls/{district}/{call}", "/", "note", ("note", "Ringde, ingen svarade")),
        new("/calls/{district}/{call}", "/contacts/BROMMA/98000003", "done", ("note", "Klart")),
        new("/notifications/{id}", "QUEUED", "hold"),
        new("/notifications/{id}", "QUEUED", "now"),
        new("/notifications/{id}", "QUEUED", "cancel"),
        new("/templates/{kind}/{language}/edit", "/templates/contact-changed/sv/edit", "", ("note", "Vår hälsning")) { Form = "form:has(#text)" },
        new("/templates/{kind}/{language}/preview", "/templates/contact-changed/sv/edit", "", ("note", "Vår hälsning")) { Form = "form:has(#text)", Instead = ("/edit", "/preview") },
        new("/templates/{kind}/{language}/revert", "/templates/contact-changed/sv", "") { Form = "form[action*='/revert']", ButtonName = "version" },
        new("/import/", "/import", "upload"),
        new("/import/undo", "/import", "undo"),
        new("/import/restore", "/import/versions?district=BROMMA", "1") { ButtonName = "version" },
        new("/import/{draft}", "DRAFT", "apply"),
        new("/import/{draft}", "DRAFT", "discard"),
        new("/proposals/{proposal}", "/proposals", "ignore"),
        new("/sources/{source}", "/sources", "pass"),
        new("/jobs", "/jobs", "contacts"),
        new("/jobs/dead", "/jobs", "replay"),
    ];

    /// <summary>Which form of the page it is; by default the first with the button.</summary>
    public string Form { get; init; } = $"form:has(button[value='{Button}'])";

    /// <summary>The name that the button sends its value under.</summary>
    public string ButtonName { get; init; } = "do";

    /// <summary>What a button that sends the form elsewhere has in its address in place of the form's own.</summary>
    public (string Own, string Other) Instead { get; init; } = (" ", " ");

    /// <summary>The form on the page, filled in.</summary>
    public FilledForm ReadFrom(Page page)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>(Form) ?? throw new InvalidOperationException($"{page.Response.RequestMessage?.RequestUri} has no {Form}.");
        var fields = form.QuerySelectorAll("input, textarea, select").Where(IsSent).Select(f => (f.GetAttribute("name")!, ValueOf(f))).ToList();
        foreach (var (name, value) in Fill.Select(f => (f.Name == "FIRST" ? form.QuerySelector("input[type=radio]")!.GetAttribute("name")! : f.Name, f.Value)))
        {
            fields.RemoveAll(f => f.Item1 == name);
            fields.Add((name, value));
        }

        var typed = form.QuerySelectorAll("input:not([type=hidden]), textarea, select").Select(f => f.GetAttribute("name")!).Distinct().ToList();
        return new(form.GetAttribute("action")!.Replace(Instead.Own, Instead.Other, StringComparison.Ordinal), [.. fields, (ButtonName, Button)], typed);
    }

    private static bool IsSent(IElement field) => field.GetAttribute("type") is not ("radio" or "checkbox") || field.HasAttribute("checked");

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => field.GetAttribute("value") ?? "",
    };
}

/// <summary>A form as a browser would send it.</summary>
/// <param name="Typed">The names of the fields that people fill in.</param>
internal sealed record FilledForm(string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Typed)
{
    /// <summary>The name of the antiforgery field.</summary>
    public const string Token = "form-token";

    /// <summary>The form with this text in every field that people fill in.</summary>
    public FilledForm WithTyped(string text) => this with { Fields = [.. Fields.Where(f => !Typed.Contains(f.Name)), .. Typed.Select(t => (t, text))] };

    /// <summary>The form with this text in all that is neither typed nor the token.</summary>
    public FilledForm WithHidden(string text) => this with { Fields = [.. Fields.Select(f => f.Name == Token || Typed.Contains(f.Name) ? f : (f.Name, text))] };

    /// <summary>The form with another antiforgery token; null: none.</summary>
    public FilledForm WithToken(string? token) =>
        this with { Fields = [.. Fields.Where(f => f.Name != Token), .. token is null ? Array.Empty<(string, string)>() : [(Token, token)]] };

    /// <summary>The usual body.</summary>
    public FormUrlEncodedContent ToContent() => new(Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
