using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Core.Notifications;

/// <summary>A notification as programs read it, by <c>notify show --json</c> and over HTTP alike (CONTRACT.md "Mail").</summary>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="NotBefore">Not sent before.</param>
/// <param name="Title">The subject line.</param>
/// <param name="Attempts">How many times it was tried.</param>
/// <param name="SentAt">The moment of the claim that sent it; null: it was not sent.</param>
/// <param name="TemplateVersion">The text it left in; null: it has not left.</param>
/// <param name="Outcomes">What became of each address.</param>
/// <param name="History">Every transition, oldest first.</param>
/// <param name="Mail">As recipients see it; null: what is stored no longer fits the template.</param>
public sealed record NotificationAnswer(
    string Id, string Kind, string District, string Subject, IReadOnlyList<string> Recipients, string Language, DateTimeOffset NotBefore, string Title,
    NotificationState State, int Attempts, DateTimeOffset? SentAt, string? TemplateVersion, IReadOnlyList<NotificationOutcome> Outcomes, IReadOnlyList<NotificationStep> History,
    NotificationMail? Mail)
{
    /// <summary>The answer of a notification.</summary>
    public static NotificationAnswer Of(Notification n, RenderedMail? mail) => new(
        n.Id.ToString(), n.Kind, n.District.ToString(), n.Subject, [.. n.Recipients.Select(r => r.Address.ToString())], n.Language.ToCode(), n.NotBefore,
        mail?.Subject ?? n.Kind, n.State, n.Attempts, n.SentAt, n.TemplateVersion,
        [.. n.Recipients.Select(r => new NotificationOutcome(r.Address.ToString(), r.Outcome, r.Detail))],
        [.. n.History.Select(h => new NotificationStep(h.At, h.State, h.Detail))],
        mail is null ? null : new(mail.Subject, mail.Text, mail.Html));
}

/// <summary>What became of an address.</summary>
public sealed record NotificationOutcome(string Address, RecipientOutcome Outcome, string? Detail);

/// <summary>A line of the history.</summary>
public sealed record NotificationStep(DateTimeOffset At, NotificationState State, string Detail);

/// <summary>A mail as it is rendered.</summary>
public sealed record NotificationMail(string Subject, string Text, string Html);
