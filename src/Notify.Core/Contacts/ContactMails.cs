using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>Puts what was decided into the values of a mail.</summary>
public static class ContactMails
{
    /// <summary>The mail that tells a school its contacts.</summary>
    public static NotificationDraft ToSchool(
        string kind, SchoolState state, SchoolFacts facts, Aim aim, long sequence, Situation situation)
    {
        var known = state.Known.Holders;
        var former = known.Where(k => k.Role != HolderRole.Fallback && !aim.Holders.Any(h => h.Name == k.Name));
        var values = new SchoolContactsMail(
            Sender(situation),
            facts.Row!.Name,
            [.. aim.Holders.Select(h => Named(h, isNew: !known.Any(h.SaysTheSameAs)))],
            [.. former.Select(h => new MailFormerContact(Word(h.Role), Word(h.Kind), h.Name))],
            Date(aim.From),
            "");
        return Draft(kind, ContactsKeys.SchoolSubject(facts.School), sequence, facts.Addresses, values,
            MailValuesJson.Default.SchoolContactsMail, aim.NotBefore, situation) with
        { ReceiptSequence = sequence };
    }

    /// <summary>The mail that reminds a school of its receipt.</summary>
    public static NotificationDraft Reminder(SchoolState state, SchoolFacts facts, DateOnly mailed, Situation situation)
    {
        var values = new SchoolContactsMail(
            Sender(situation), facts.Row!.Name, [.. state.Known.Holders.Select(h => Named(h, isNew: false))], [],
            Date(StockholmTime.DateOf(state.Known.At)), Date(mailed));
        return Draft(ContactKinds.ReceiptReminder, ContactsKeys.SchoolSubject(facts.School), state.Known.Sequence, facts.Addresses, values,
            MailValuesJson.Default.SchoolContactsMail, situation.Calendar.NextOpen(situation.Now), situation) with
        {
            ReceiptSequence = state.Known.Sequence,
        };
    }

    /// <summary>The mail that tells a contact which schools turn, or no longer turn, to him or her.</summary>
    public static NotificationDraft ToContact(
        ContactState contact,
        IReadOnlyList<ServedSchool> added,
        IReadOnlyList<ServedSchool> removed,
        int count,
        IReadOnlyDictionary<SchoolUnitCode, School> schools,
        DateTimeOffset notBefore,
        Situation situation)
    {
        var values = new ContactAssignedMail(Sender(situation), contact.Name, List(added), List(removed), count);
        return Draft(ContactKinds.Assigned, ContactsKeys.ContactSubject(contact.Key), contact.Sequence, [contact.Email], values,
            MailValuesJson.Default.ContactAssignedMail, notBefore, situation) with
        { IsDigest = true };

        IReadOnlyList<MailSchool> List(IEnumerable<ServedSchool> served) =>
            [.. served.Select(s => (s.Role, Row: schools.GetValueOrDefault(s.School), s.School)).Select(s =>
                new MailSchool(s.Row?.Name ?? s.School.ToString(), Word(s.Role), s.Row?.Phone ?? "", s.Row?.PrincipalName ?? ""))
                .OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Role, StringComparer.Ordinal)];
    }

    /// <summary>The mail that tells the coordinator which schools have lost their contact.</summary>
    public static NotificationDraft ToCoordinator(
        long sequence, IReadOnlyList<SchoolState> vacant, IReadOnlyDictionary<SchoolUnitCode, School> schools, DateTimeOffset notBefore, Situation situation)
    {
        var rows = vacant.Select(v => new MailVacantSchool(
            v.School.ToString(),
            schools[v.School].Name,
            schools[v.School].Phone ?? "",
            v.Vacancy!.Lost,
            Date(situation.Calendar.WorkingDayAfter(StockholmTime.DateOf(v.Vacancy.Since), situation.Options.FallbackAfter))));
        var values = new ContactMissingMail(Sender(situation), [.. rows], situation.District.FallbackName);
        return Draft(ContactKinds.Missing, ContactsKeys.DistrictSubject(situation.District.Code), sequence, [situation.District.CoordinatorEmail], values,
            MailValuesJson.Default.ContactMissingMail, notBefore, situation) with
        { IsDigest = true };
    }

    private static NotificationDraft Draft<T>(
        string kind, string subject, long sequence, IReadOnlyList<EmailAddress> to, T values, JsonTypeInfo<T> type, DateTimeOffset notBefore, Situation situation) =>
        new(kind, situation.District.Code, subject, sequence, to, situation.District.Language, JsonSerializer.SerializeToElement(values, type), notBefore);

    private static MailDistrict Sender(Situation situation) => new(situation.District.Name, (situation.District.ReplyTo ?? situation.District.CoordinatorEmail).ToString());

    private static MailContact Named(Holder holder, bool isNew) =>
        new(Word(holder.Role), Word(holder.Kind), holder.Name, holder.Title, holder.Email.ToString(), holder.Phone, isNew);

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word<T>(T term)
        where T : struct, Enum => term.ToString().ToLowerInvariant();
}
