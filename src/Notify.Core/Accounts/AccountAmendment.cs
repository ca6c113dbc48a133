using System.Globalization;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Accounts;

/// <summary>
/// What the directory has said takes effect in every import, from wherever it comes, so that an older file does not bring back
/// whoever has left. It no longer counts when the directory has not been looked at for a week: then nobody would see them come back.
/// </summary>
public sealed class AccountAmendment(IRecordStore store, RegisterStore register, TimeProvider clock) : IRegisterAmendment
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<Func<RegisterContent, AmendedRegister>?> ReadAsync(CancellationToken ct)
    {
        var look = await store.FindAsync(Partitions.System, AccountKeys.Look, AccountJson.Default.AccountsLook, ct);
        if (look is null || clock.GetUtcNow() - look.Value.At > Validity)
        {
            return null;
        }

        var findings = new List<AccountFinding>();
        foreach (var district in await register.DistrictsAsync(ct))
        {
            findings.AddRange((await store.ListAsync(district.ToString(), AccountKeys.FindingPrefix, AccountJson.Default.AccountFinding, ct)).Select(f => f.Value));
        }

        // A last day that the mass-change guard holds is no business of other imports.
        return content => Amend(content, [.. findings.Select(f => f.IsApplied ? f : f with { LastDay = null })]);
    }

    /// <summary>The register as the findings have it. Amended again, it stays as it is. Pure.</summary>
    public static AmendedRegister Amend(RegisterContent content, IReadOnlyCollection<AccountFinding> findings)
    {
        var byContact = findings.Where(f => f.Amends).ToLookup(f => f.Contact, StringComparer.Ordinal);
        if (byContact.Count == 0)
        {
            return new(content, []);
        }

        var warnings = new List<RegisterIssue>();
        var contacts = (content.Contacts ?? []).ToList();
        var ends = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var i = 0; i < contacts.Count; i++)
        {
            if (byContact[contacts[i].Id].FirstOrDefault(f => f.IsOf(contacts[i])) is { } finding)
            {
                contacts[i] = Taken(contacts[i], finding, warnings);
                if (finding.LastDay is { } day)
                {
                    ends[finding.Contact] = day;
                }
            }
        }

        return new(content with { Contacts = contacts, Assignments = Ended(content.Assignments ?? [], ends, warnings) }, warnings);
    }

    private static List<Assignment> Ended(IReadOnlyList<Assignment> assignments, Dictionary<string, DateOnly> ends, List<RegisterIssue> warnings)
    {
        warnings.AddRange(ends.Where(e => assignments.Any(a => a.Contact == e.Key && Ended(a, e.Value) != a)).Select(e => Warning(e.Key, e.Value)));
        return [.. assignments.Select(a => ends.TryGetValue(a.Contact, out var day) ? Ended(a, day) : a).OfType<Assignment>()];
    }

    private static Assignment? Ended(Assignment assignment, DateOnly day) =>
        assignment.From > day ? null : assignment.Until is null || assignment.Until > day ? assignment with { Until = day } : assignment;

    private static Contact Taken(Contact contact, AccountFinding finding, List<RegisterIssue> warnings)
    {
        var taken = contact with { Name = finding.Name ?? contact.Name, Email = finding.Email ?? contact.Email, Phone = finding.Phone ?? contact.Phone };
        if (taken != contact)
        {
            warnings.Add(new("Entra ID", 0, "contact", contact.Id, new(
                "Name, e-mail or phone are taken from the directory, which says otherwise than the register's source.",
                "Namn, e-post eller telefon tas från katalogen, som säger något annat än registrets källa.")));
        }

        return taken;
    }

    private static RegisterIssue Warning(string contact, DateOnly day)
    {
        var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new("Entra ID", 0, "contact", contact, Bilingual.Of(
            $"The account is gone from the directory or disabled, so the contact's assignments end on {written}. Enter who takes over.",
            $"Kontot är borttaget ur katalogen eller avstängt, och därför upphör kontaktens uppdrag {written}. Lägg in den som tar över."));
    }
}
