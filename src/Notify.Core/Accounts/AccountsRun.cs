using System.Globalization;
using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;

namespace Notify.Core.Accounts;

/// <summary>What a look has found in one district, and what of it the coordinator has not been told. Pure.</summary>
/// <param name="schools">The names of the schools that turn to a contact now or later.</param>
public sealed class AccountsRun(
    District district, IReadOnlyList<Kept<AccountFinding>> known, ILookup<string, string> schools, AccountsOptions options, DateTimeOffset now)
{
    /// <summary>The kind that tells the coordinator what differs.</summary>
    public const string Kind = "contact-differs";

    /// <summary>The most that one mail lists; the rest comes with the next look.</summary>
    private const int MostListed = 40;

    private const int MostSchools = 10;

    private readonly List<(RecordChange Change, MailAccount? News)> _found = [];

    /// <summary>Whether an import has to heed any of it.</summary>
    public bool Amends { get; private set; }

    /// <summary>Findings about which there is nothing to tell.</summary>
    public IEnumerable<RecordChange> Silent => _found.Where(f => f.News is null).Select(f => f.Change);

    /// <summary>Findings that the next mail tells of.</summary>
    public IReadOnlyList<RecordChange> Told => [.. _found.Where(f => f.News is not null).Take(MostListed).Select(f => f.Change)];

    /// <summary>Takes in what the directory says of the district's contacts; what was found of others is let go.</summary>
    public void Look(IReadOnlyCollection<Contact> contacts, IReadOnlyDictionary<string, AccountLook> looks)
    {
        foreach (var contact in contacts)
        {
            Look(contact, looks[contact.EntraId!]);
        }

        var looked = contacts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        _found.AddRange(known.Where(k => !looked.Contains(k.Value.Contact)).Select(k => (AccountBook.Change(k, null)!, (MailAccount?)null)));
    }

    private void Look(Contact contact, AccountLook look)
    {
        var kept = known.FirstOrDefault(k => k.Value.Contact == contact.Id);
        var before = kept?.Value.IsOf(contact) == true ? kept.Value : null;
        var next = AccountRule.Next(before, contact, look, options, now);
        Amends |= next is { Amends: true };
        var (news, marks) = News(contact, before, next, look);
        if (AccountBook.Change(kept, next is null ? null : next with { Told = marks }) is { } change)
        {
            _found.Add((change, news));
        }
    }

    /// <summary>The mail that tells the news; null: there is none.</summary>
    public NotificationDraft? Draft(long sequence, DateTimeOffset notBefore)
    {
        var news = _found.Select(f => f.News).OfType<MailAccount>().Take(MostListed).ToList();
        var values = new ContactDiffersMail(new(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString()), news);
        return news.Count == 0 ? null : new(
            Kind, district.Code, ContactsKeys.DistrictSubject(district.Code), sequence, [district.CoordinatorEmail], district.Language,
            MailValues.Of(values), notBefore, IsDigest: true);
    }

    /// <summary>What is to be told, and the marks of all that has been told when it is.</summary>
    private (MailAccount? News, IReadOnlyList<string> Marks) News(Contact contact, AccountFinding? before, AccountFinding? next, AccountLook look)
    {
        var told = before?.Told ?? [];
        if (before is { IsApplied: true } && next?.LastDay is null)
        {
            return (Account(contact, "returned", "", []), []);
        }

        if (next is null || next.State is AccountState.Unreadable || AccountRule.HasLeft(next.State, contact.Kind))
        {
            var state = next is { State: AccountState.Unreadable } ? "unknown" : next?.LastDay is null ? null : next.State is AccountState.Gone ? "gone" : "disabled";
            var mark = state is "gone" or "disabled" ? "left" : state;
            var isNew = mark is not null && !told.Contains(mark);
            return (isNew ? Account(contact, state!, Day(next!.LastDay), []) : null, mark is null ? [] : [mark]);
        }

        var differences = AccountRule.Differences(contact, look, next);
        var news = differences.Where(d => !told.Contains(MarkOf(d))).ToList();
        return (news.Count > 0 ? Account(contact, "differs", "", news) : null, [.. differences.Select(MarkOf)]);
    }

    private MailAccount Account(Contact contact, string state, string lastDay, IReadOnlyList<AccountDifference> differences)
    {
        var misled = schools[contact.Id].ToList();
        return new(contact.Name, state, lastDay, differences, [.. misled.Take(MostSchools)], Math.Max(0, misled.Count - MostSchools));
    }

    private static string MarkOf(AccountDifference difference) => RecordKey.Hash($"{difference.What}\n{difference.Register}\n{difference.Directory}");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
