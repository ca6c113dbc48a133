using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Materials;

/// <summary>Who ought to know support material.</summary>
/// <param name="Recipient">As <see cref="MaterialsKeys"/> writes it.</param>
/// <param name="Provider">Of a school: who answers for it; null of a contact.</param>
/// <param name="To">The addresses, the one of whoever reads first; may be empty.</param>
public sealed record MaterialReader(string Recipient, string Name, RecipientRole Role, Provider? Provider, IReadOnlyList<EmailAddress> To)
{
    /// <summary>Whether material for this audience is for it.</summary>
    public bool IsAmong(MaterialAudience audience) => audience switch
    {
        MaterialAudience.Schools => Role == RecipientRole.School,
        MaterialAudience.Contacts => Role == RecipientRole.Contact,
        _ => true,
    };
}

/// <summary>In which of the two chains somebody is told (SEED-FACTS C27).</summary>
public enum RecipientRole
{
    School,
    Contact,
}

/// <summary>What the register of a district says about support material and those it is for.</summary>
/// <remarks>
/// Material is the whole city's, and nobody is told twice: a school that works with several districts hears from the first in its
/// row, a contact from its own.
/// </remarks>
/// <param name="Readers">Active schools and all contacts.</param>
/// <param name="Published">The versions that are published by today, one of each material.</param>
public sealed record MaterialFacts(IReadOnlyList<MaterialReader> Readers, IReadOnlyList<Material> Published)
{
    /// <summary>The facts on a day.</summary>
    public static MaterialFacts Of(DistrictSnapshot snapshot, DateOnly today)
    {
        var code = snapshot.District.Code;
        var schools = snapshot.Schools
            .Where(s => s.Status == SchoolStatus.Active && s.Districts[0] == code)
            .Select(s => new MaterialReader(MaterialsKeys.Of(s.Code), s.Name, RecipientRole.School, s.Provider, s.Addresses));
        var contacts = snapshot.Contacts
            .Where(c => c.District == code)
            .Select(c => new MaterialReader(MaterialsKeys.OfContact(c.Id), c.Name, RecipientRole.Contact, null, [c.Email]));
        return new([.. schools, .. contacts], [.. snapshot.Materials.Where(m => m.Published <= today)]);
    }

    /// <summary>When the next version that is not published yet will be; null: none waits.</summary>
    public static DateTimeOffset? NextPublication(DistrictSnapshot snapshot, DateOnly today) =>
        snapshot.Materials.Where(m => m.Published > today).Select(m => (DateTimeOffset?)StockholmTime.Midnight(m.Published)).Min();

    /// <summary>The present versions that are for somebody.</summary>
    public IEnumerable<Material> For(MaterialReader reader) => Published.Where(m => reader.IsAmong(m.Audience));
}
