using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Notifications;

namespace Notify.Web.Templates;

/// <summary>What somebody has written in the form.</summary>
/// <param name="Revision">That of the history which the person saw.</param>
public sealed record EditForm(string Text, int Revision, string Note)
{
    /// <summary>Reads it; null when it is no form of ours.</summary>
    public static EditForm? Read(IFormCollection form) =>
        RevisionIn(form) is { } revision && form["text"].Count == 1 ? new(form.Field("text"), revision, PlainNote(form.Field("note"))) : null;

    /// <summary>The revision that a form carries; null when it makes no sense.</summary>
    public static int? RevisionIn(IFormCollection form) =>
        int.TryParse(form.Field("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    private static string PlainNote(string note)
    {
        var line = string.Concat(note.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= Wordings.LongestNote ? line : line[..Wordings.LongestNote];
    }
}

/// <summary>Shows the form in which a wording is written.</summary>
public sealed class EditForms(TemplateViewer viewer)
{
    /// <summary>The form as it was filled in.</summary>
    /// <param name="faults">What is wrong with its text.</param>
    /// <param name="tried">The text, to be shown as a mail; null: none is to be shown.</param>
    /// <param name="other">What somebody else has put in place meanwhile; null: nobody has.</param>
    public IResult Show(
        HttpContext http, string kind, string language, EditForm form, IReadOnlyList<WordingFault> faults,
        MailTemplate? tried = null, MailTemplate? other = null, int status = StatusCodes.Status200OK)
    {
        var mail = tried is null ? null : viewer.Render(tried);
        if (mail is not null)
        {
            // The mail stands in the page itself, since it is stored nowhere: the page's policy has to know its styles.
            http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWith(MailPreview.StylesOf(mail.Html));
        }

        return Pages.Show<EditPage>(
            status,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Kind", kind),
            ("Language", language),
            ("Written", form),
            ("Faults", faults),
            ("IsPreview", http.Request.Path.Value?.EndsWith("/preview", StringComparison.Ordinal) == true),
            ("Mail", mail),
            ("Other", other));
    }
}
