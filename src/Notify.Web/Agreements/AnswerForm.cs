using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notify.Core.Agreements;
using Notify.Web.Access;

namespace Notify.Web.Agreements;

/// <summary>What the form of the page says, as it was filled in.</summary>
/// <param name="Kind">Null: none was chosen.</param>
/// <param name="Next">The next revision day, as text.</param>
/// <param name="Expected">When the revision is expected, as text.</param>
public sealed record AnswerForm(AnswerKind? Kind, string Next, string Expected, string Member, string Name)
{
    /// <summary>Reads a posted form.</summary>
    public static AnswerForm Read(IFormCollection form) =>
        new(KindOf(form.Field("answer")), form.Field("next"), form.Field("expected"), form.Field("member"), form.Field("name"));

    /// <summary>An empty form, on which the answer stands chosen that the link in the mail was named after.</summary>
    public static AnswerForm For(ReplyView view, string answer) =>
        new(KindOf(answer), view.Next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", "", "");

    /// <summary>The answer that the form gives; null when none was chosen.</summary>
    public AgreementReply? ReplyTo(string seen) => Kind is { } kind
        ? new(kind, DayOf(kind == AnswerKind.UnderWay ? Expected : Next), Member, Name, int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1)
        : null;

    /// <summary>The word of an answer in links and forms.</summary>
    public static string WordOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Unchanged => "unchanged",
        AnswerKind.Revised => "revised",
        _ => "under-way",
    };

    private static AnswerKind? KindOf(string word) => Enum.GetValues<AnswerKind>().Cast<AnswerKind?>().FirstOrDefault(k => WordOf(k!.Value) == word);

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What the page says of what its reader just did.</summary>
public enum AnswerNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>The answer counts.</summary>
    Recorded,

    /// <summary>Somebody had answered the same.</summary>
    AlreadySaid,

    /// <summary>Somebody else was first, or the day was changed: look at what holds now.</summary>
    Overtaken,

    /// <summary>No answer was chosen.</summary>
    NoAnswer,

    /// <summary>It does not say who answers.</summary>
    NoName,

    /// <summary>The day cannot be.</summary>
    WrongDay,
}
