using Notify.Core.Register;
using Notify.Core.SchoolUnits;

namespace Notify.Core.Proposals;

/// <summary>What the Skolenhetsregister has to propose to ours, and what accepting it changes. Pure.</summary>
public static class ProposalRule
{
    /// <summary>Every difference that matters. New are schools at work for children and young people; preschools are not in Skolverket's register.</summary>
    public static IEnumerable<Proposal> Of(RegisterContent register, IEnumerable<SchoolUnit> units)
    {
        var schools = (register.Schools ?? []).ToDictionary(s => s.Code);
        return units.Where(u => u is { IsTeaching: true, Provider: not null })
            .SelectMany(u => schools.TryGetValue(u.Code, out var school) ? Differences(school, u, u.Provider!.Value) : New(u, u.Provider!.Value))
            .OrderBy(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>The register with the proposal accepted; null: it does not hold any more.</summary>
    /// <param name="district">Where a new school belongs; null for the others.</param>
    public static RegisterContent? Accept(RegisterContent register, Proposal proposal, SchoolUnit unit, DistrictCode? district)
    {
        if (!Of(register, [unit]).Any(proposal.IsSameAs))
        {
            return null;
        }

        var schools = register.Schools ?? [];
        return proposal.Kind == ProposalKind.New
            ? register with { Schools = [.. schools, SchoolOf(unit, proposal.Provider, district!.Value)] }
            : register with { Schools = [.. schools.Select(s => s.Code == proposal.School ? Changed(s, proposal) : s)] };
    }

    private static IEnumerable<Proposal> New(SchoolUnit unit, Provider provider)
    {
        if (unit.Status == SchoolStatus.Active && unit.Type is SchoolType.Compulsory or SchoolType.UpperSecondary)
        {
            yield return new(ProposalKind.New, unit.Code, unit.Name, provider, "", unit.Name, []);
        }
    }

    private static IEnumerable<Proposal> Differences(School school, SchoolUnit unit, Provider provider)
    {
        if (StatusKind(school.Status, unit.Status) is { } kind)
        {
            yield return Of(kind, Word(school.Status), Word(unit.Status!.Value));
        }

        if (school.Status == SchoolStatus.Closed)
        {
            yield break;
        }

        if (Folded(unit.Name) != Folded(school.Name) && unit.Name.Length > 0)
        {
            yield return Of(ProposalKind.Renamed, school.Name, unit.Name);
        }

        if (provider != school.Provider)
        {
            yield return Of(ProposalKind.Provider, Word(school.Provider), Word(provider));
        }

        if (EmailAddress.TryParse(unit.Email, out var address) && !school.Addresses.Contains(address))
        {
            yield return Of(ProposalKind.Email, school.Email?.ToString() ?? "", address.ToString());
        }

        Proposal Of(ProposalKind kind, string from, string to) => new(kind, school.Code, school.Name, provider, from, to, school.Districts);
    }

    private static ProposalKind? StatusKind(SchoolStatus ours, SchoolStatus? theirs) => (ours, theirs) switch
    {
        (not SchoolStatus.Closed, SchoolStatus.Closed) => ProposalKind.Closed,
        (SchoolStatus.Active, SchoolStatus.Dormant) => ProposalKind.Dormant,
        (not SchoolStatus.Active, SchoolStatus.Active) => ProposalKind.Reopened,
        _ => null,
    };

    private static School Changed(School school, Proposal proposal) => proposal.Kind switch
    {
        ProposalKind.Renamed => school with { Name = proposal.To },
        ProposalKind.Closed => school with { Status = SchoolStatus.Closed },
        ProposalKind.Dormant => school with { Status = SchoolStatus.Dormant },
        ProposalKind.Reopened => school with { Status = SchoolStatus.Active },
        ProposalKind.Provider => school with { Provider = proposal.Provider },
        _ => school with { Email = EmailAddress.Parse(proposal.To) },
    };

    private static School SchoolOf(SchoolUnit unit, Provider provider, DistrictCode district) => new(
        unit.Code, unit.Name, provider, unit.Type, unit.Principal, null, EmailAddress.TryParse(unit.Email, out var email) ? email : null, unit.Phone, null, null,
        [district], [], SchoolStatus.Active, null);

    /// <summary>Case and blanks are no change of name.</summary>
    private static string Folded(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static string Word<T>(T term)
        where T : struct, Enum => term.ToString().ToLowerInvariant();
}
