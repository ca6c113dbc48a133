using System.Text.Json;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>
/// A forum as an entry for the calendar that mail programs show with buttons to accept and decline: organised by the district, for
/// the recipients of the mail, under a name that stays the same (RFC 5545, RFC 5546).
/// </summary>
public sealed class ForumCalendar : IMailAttachments
{
    private const string Zone = "Europe/Stockholm";

    /// <summary>Zone rules back to here; a calendar needs those of its own days only.</summary>
    private static readonly TimeSpan ZoneFrom = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public IReadOnlyList<MailAttachment> AttachedTo(Notification claimed)
    {
        if (!ForumKinds.ToInvitees.Contains(claimed.Kind) || claimed.Values.Deserialize(MailValuesJson.Default.ForumMail) is not { } mail)
        {
            return [];
        }

        var isOff = claimed.Kind is ForumKinds.Cancelled or ForumKinds.Withdrawn;
        var calendar = new Ical.Net.Calendar { Method = isOff ? "CANCEL" : "REQUEST", ProductId = "-//Notify//Notify//SV" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, (mail.Forum.Meeting.Starts - ZoneFrom).UtcDateTime, false));
        calendar.Events.Add(EntryOf(mail, claimed, isOff));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException($"The calendar of {claimed.Id} is empty.");
        return [new("invite.ics", "text/calendar", calendar.Method, text, IsAlternative: true)];
    }

    private static CalendarEvent EntryOf(ForumMail mail, Notification claimed, bool isOff)
    {
        var entry = new CalendarEvent
        {
            Uid = $"{RecordKey.Hash($"{mail.Forum.EntryOf ?? claimed.District.ToString()}\n{mail.Forum.Id}")}@notify",
            Sequence = mail.Forum.Meeting.Sequence,
            DtStamp = new CalDateTime(claimed.Claim!.At.UtcDateTime, CalDateTime.UtcTzId),
            Start = At(mail.Forum.Meeting.Starts),
            End = At(mail.Forum.Meeting.Ends),
            Summary = mail.Forum.Title,
            Location = mail.Forum.Meeting.Place.Length > 0 ? mail.Forum.Meeting.Place : null,
            Description = isOff ? null : DescriptionOf(mail, claimed),
            Status = isOff ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer($"mailto:{mail.District.CoordinatorEmail}") { CommonName = mail.District.Name },
            Attendees = [.. claimed.Recipients.Select(r => AttendeeOf(r.Address, mail))],
        };
        if (!isOff)
        {
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = mail.Forum.Title, Trigger = new Trigger(Duration.FromDays(-1)) });
        }

        return entry;
    }

    private static Attendee AttendeeOf(EmailAddress address, ForumMail mail) => new($"mailto:{address}")
    {
        CommonName = mail.Invitee.Name,
        Role = ParticipationRole.RequiredParticipant,
        ParticipationStatus = mail.Invitee.Answer switch { "yes" => "ACCEPTED", "no" => "DECLINED", "unsure" => "TENTATIVE", _ => "NEEDS-ACTION" },
        Rsvp = true,
    };

    private static string DescriptionOf(ForumMail mail, Notification claimed)
    {
        var link = claimed.Links["yes"].GetLeftPart(UriPartial.Path);
        var ask = claimed.Language == Language.Swedish
            ? $"Svara här, så att arrangören ser svaret: {link}"
            : $"Please answer here, so that the organiser sees it: {link}";
        return string.Join('\n', [.. mail.Forum.Agenda, .. mail.Forum.Agenda.Count > 0 ? [""] : Array.Empty<string>(), ask]);
    }

    private static CalDateTime At(DateTimeOffset instant) => new(StockholmTime.ToLocal(instant).DateTime, Zone);
}
