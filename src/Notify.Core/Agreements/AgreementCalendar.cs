using System.Globalization;
using System.Text.Json;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Agreements;

/// <summary>
/// The revision days of a mail as entries for a calendar: all day, under a name that stays the same, so that a later mail moves
/// the entry instead of adding one (RFC 5545: UID and SEQUENCE).
/// </summary>
public sealed class AgreementCalendar : IMailAttachments
{
    private static readonly HashSet<string> Kinds = [AgreementKinds.Reminder, AgreementKinds.Overdue, AgreementKinds.Escalated, AgreementKinds.Revised];

    /// <inheritdoc/>
    public IReadOnlyList<MailAttachment> AttachedTo(Notification claimed)
    {
        if (!Kinds.Contains(claimed.Kind) || claimed.Values.Deserialize(MailValuesJson.Default.AgreementsMail) is not { } mail)
        {
            return [];
        }

        var calendar = new Ical.Net.Calendar { Method = "PUBLISH", ProductId = "-//Notify//Notify//SV" };
        calendar.Events.AddRange(mail.Agreements.Select(a => EntryOf(a, claimed)));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException($"The calendar of {claimed.Id} is empty.");
        return [new("revision.ics", "text/calendar", "PUBLISH", text)];
    }

    private static CalendarEvent EntryOf(MailAgreement agreement, Notification claimed) => new()
    {
        Uid = $"{RecordKey.Hash($"{agreement.EntryOf ?? claimed.District.ToString()}\n{agreement.Id}")}@notify",
        Sequence = (int)agreement.Sequence,
        DtStamp = new CalDateTime(claimed.Claim!.At.UtcDateTime, CalDateTime.UtcTzId),
        Start = new CalDateTime(DateOnly.ParseExact(agreement.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Summary = claimed.Language == Language.Swedish ? $"Revideras senast i dag: {agreement.Title}" : $"To be revised by today: {agreement.Title}",
        Description = agreement.Group,
        Transparency = TransparencyType.Transparent,
    };
}
