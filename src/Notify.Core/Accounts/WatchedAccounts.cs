using Notify.Core.Register;

namespace Notify.Core.Accounts;

/// <summary>Whose accounts are looked at: those whom a school turns to now or later, and those of whom something was found. Pure.</summary>
public sealed class WatchedAccounts
{
    private readonly ILookup<string, AccountFinding> _found;

    /// <param name="content">The present register.</param>
    /// <param name="found">What was found before.</param>
    public WatchedAccounts(RegisterContent content, IReadOnlyCollection<AccountFinding> found, DateOnly today)
    {
        _found = found.ToLookup(f => f.Contact, StringComparer.Ordinal);
        var names = (content.Schools ?? []).ToDictionary(s => s.Code, s => s.Name);
        Schools = (content.Assignments ?? []).Where(a => a.Until is null || a.Until >= today)
            .Select(a => (a.Contact, Name: names.GetValueOrDefault(a.School, a.School.ToString()))).Distinct()
            .OrderBy(s => s.Name, StringComparer.Ordinal).ToLookup(s => s.Contact, s => s.Name, StringComparer.Ordinal);
        Contacts = [.. (content.Contacts ?? []).Where(c => c.EntraId is not null && (Schools.Contains(c.Id) || _found[c.Id].Any(f => f.IsOf(c))))];
    }

    /// <summary>The contacts.</summary>
    public IReadOnlyList<Contact> Contacts { get; }

    /// <summary>The names of the schools that turn to a contact.</summary>
    public ILookup<string, string> Schools { get; }

    /// <summary>The accounts' ids, each once.</summary>
    public IReadOnlyCollection<string> Ids => [.. Contacts.Select(c => c.EntraId!).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>How many have left of whom that was not known.</summary>
    public int NewlyLeft(IReadOnlyDictionary<string, AccountLook> looks) => Contacts.Count(c =>
        AccountRule.HasLeft(looks[c.EntraId!].State, c.Kind) && !_found[c.Id].Any(f => f.IsOf(c) && AccountRule.HasLeft(f.State, c.Kind)));
}
