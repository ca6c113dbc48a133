using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What a school knows once its mail has come to an end, or has been taken up again. A pure function.</summary>
public static class SchoolOutcome
{
    /// <summary>The state after the mail's; the same instance when the mail changes nothing.</summary>
    public static SchoolState Of(SchoolState state, Notification mail, DateTimeOffset now)
    {
        if (state.Planned is { } planned && planned.Mail == mail.Id)
        {
            return mail.State switch
            {
                NotificationState.Accepted or NotificationState.Delivered => Known(state, planned, mail, now),
                NotificationState.Queued => planned.Undelivered ? state with { Planned = planned with { Undelivered = false } } : state,
                _ => Undelivered(state, planned, mail),
            };
        }

        return state.Known.Mail == mail.Id && mail.State is NotificationState.Bounced or NotificationState.Failed ? Unlearned(state, mail) : state;
    }

    /// <summary>The row of the call list for a mail that nobody received; null when nobody need ring.</summary>
    public static CallRow? CallFor(Notification mail, SchoolUnitCode school, DateTimeOffset now) =>
        IsUndeliverable(mail)
            ? new(CallId(mail, school), mail.District, school, Text(mail, "school_name"), CallReason.Undeliverable, "", now, false, null, null, null)
            : null;

    private static SchoolState Known(SchoolState state, PlannedContacts planned, Notification mail, DateTimeOffset now)
    {
        var confirmed = state.Receipt is { } early && early.Sequence == planned.Sequence ? early.ConfirmedAt : null;
        return state with
        {
            Prior = state.Known,
            Known = new(planned.Holders, planned.Sequence, now, KnownBy.Mail, mail.Id),
            Planned = null,
            Receipt = new(planned.Sequence, now, confirmed, null),
        };
    }

    private static SchoolState Undelivered(SchoolState state, PlannedContacts planned, Notification mail) =>
        planned.Undelivered ? state : WithCall(state with { Planned = planned with { Undelivered = true } }, mail);

    /// <summary>A bounce after the mail had been accepted: what was known before is what is known.</summary>
    private static SchoolState Unlearned(SchoolState state, Notification mail) => WithCall(
        state with
        {
            Known = state.Prior ?? SchoolState.Unknown(state.School).Known,
            Prior = null,
            Receipt = null,
            Planned = state.Planned ?? new(
                mail.Id, state.Known.Sequence, state.Known.Holders, [.. mail.Recipients.Select(r => r.Address)], mail.NotBefore, Undelivered: true),
        },
        mail);

    private static SchoolState WithCall(SchoolState state, Notification mail) =>
        IsUndeliverable(mail) && state.Calls.All(c => c.Reason != CallReason.Undeliverable)
            ? state with { Calls = [.. state.Calls, new OpenCall(CallId(mail, state.School), CallReason.Undeliverable)] }
            : state;

    /// <summary>Whether none of the school's addresses takes mail. What trial mode kept back is not undeliverable.</summary>
    private static bool IsUndeliverable(Notification mail) =>
        mail.State is NotificationState.Failed or NotificationState.Bounced
        || (mail.State is NotificationState.Suppressed && mail.Recipients.All(r => r.Outcome is RecipientOutcome.Dead));

    private static string CallId(Notification mail, SchoolUnitCode school) =>
        CallRow.IdOf(mail.District, school, CallReason.Undeliverable, mail.Id.ToString());

    private static string Text(Notification mail, string name) =>
        mail.Values.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
