using System.Globalization;
using Notify.Core.Register;

namespace Notify.Testing.Register;

/// <summary>
/// Builds registers that read as a story: <c>City().District("BROMMA").School("98000001").Contact("anna").Assign("anna")</c>.
/// Every step gives a new builder, so that a register before a change and the one after it can stand side by side. A step
/// concerns the district and school named last, unless it names another.
/// </summary>
public sealed partial class RegisterBuilder
{
    private readonly RegisterContent _content;
    private readonly string _district;
    private readonly string _school;

    private RegisterBuilder(RegisterContent content, string district, string school) =>
        (_content, _district, _school) = (content, district, school);

    /// <summary>A register without rows.</summary>
    public static RegisterBuilder City() => From(new()
    {
        Districts = [],
        Schools = [],
        Contacts = [],
        Assignments = [],
        Agreements = [],
        SteeringGroups = [],
        Forums = [],
        Attendance = [],
        Materials = [],
        Questionnaires = [],
        FollowUps = [],
    });

    /// <summary>Builds upon a register.</summary>
    public static RegisterBuilder From(RegisterContent whole) => new(whole, string.Empty, string.Empty);

    /// <summary>The register.</summary>
    public RegisterContent Build() => _content;

    /// <summary>What one district gets of it, every school touched by this very import.</summary>
    public DistrictSnapshot Snapshot(string district, DateTimeOffset at, long version = 1)
    {
        var snapshot = RegisterDivision.Divide(_content).Single(d => d.District.Code == DistrictCode.Parse(district));
        return snapshot with { Version = version, At = at, Touched = snapshot.Schools.ToDictionary(s => s.Code, _ => at) };
    }

    /// <summary>Adds a district, or goes back to it.</summary>
    public RegisterBuilder District(string code, Func<District, District>? with = null)
    {
        var known = _content.Districts!.Any(d => d.Code.ToString() == code);
        var builder = new RegisterBuilder(known ? _content : _content with { Districts = [.. _content.Districts!, Rows.District(code)] }, code, _school);
        return with is null ? builder : builder.ChangeDistrict(code, with);
    }

    /// <summary>Adds a school to the district; one that is known already is now in this district too.</summary>
    public RegisterBuilder School(string code, Func<School, School>? with = null)
    {
        var known = _content.Schools!.Any(s => s.Code.ToString() == code);
        var district = DistrictCode.Parse(_district);
        var builder = known
            ? ChangeSchool(code, s => s with { Districts = [.. s.Districts.Union([district])] })
            : With(c => c with { Schools = [.. c.Schools!, Rows.School(code, district)] });
        builder = new(builder._content, _district, code);
        return with is null ? builder : builder.ChangeSchool(code, with);
    }

    /// <summary>Adds a person to the district's contacts.</summary>
    public RegisterBuilder Contact(string id, Func<Contact, Contact>? with = null) => Contact(id, ContactKind.Person, with);

    /// <summary>Adds a role with one holder to the district's contacts.</summary>
    public RegisterBuilder Role(string id, Func<Contact, Contact>? with = null) => Contact(id, ContactKind.Role, with);

    /// <summary>Adds a function, such as a reception, to the district's contacts.</summary>
    public RegisterBuilder Function(string id, Func<Contact, Contact>? with = null) => Contact(id, ContactKind.Function, with);

    /// <summary>Assigns the contact to the school named last, or another.</summary>
    /// <param name="from">First day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="until">Last day, <c>yyyy-MM-dd</c>.</param>
    public RegisterBuilder Assign(
        string contact, AssignmentRole role = AssignmentRole.Primary, string? school = null, string? from = null, string? until = null)
    {
        var assignment = new Assignment(
            DistrictCode.Parse(_district), SchoolUnitCode.Parse(school ?? _school), contact, role, Day(from), Day(until));
        return With(c => c with { Assignments = [.. c.Assignments!, assignment] });
    }

    /// <summary>Adds an agreement with its steering group of one.</summary>
    public RegisterBuilder Agreement(string id, Func<Agreement, Agreement>? with = null)
    {
        var agreement = Rows.Agreement(id, DistrictCode.Parse(_district));
        return With(c => c with
        {
            Agreements = [.. c.Agreements!, with is null ? agreement : with(agreement)],
            SteeringGroups = [.. c.SteeringGroups!, Rows.Member(agreement.SteeringGroup, agreement.District)],
        });
    }

    /// <summary>Adds a support material, which is the whole city's.</summary>
    public RegisterBuilder Material(string id, Func<Material, Material>? with = null) =>
        With(c => c with { Materials = [.. c.Materials!, with is null ? Rows.Material(id) : with(Rows.Material(id))] });

    /// <summary>Adds a forum of the district.</summary>
    public RegisterBuilder Forum(string id, Func<Forum, Forum>? with = null) =>
        With(c => c with { Forums = [.. c.Forums!, (with ?? (f => f))(Rows.Forum(id, DistrictCode.Parse(_district)))] });

    /// <summary>Any other change.</summary>
    public RegisterBuilder With(Func<RegisterContent, RegisterContent> change) => new(change(_content), _district, _school);

    private RegisterBuilder Contact(string id, ContactKind kind, Func<Contact, Contact>? with)
    {
        var contact = Rows.Contact(id, DistrictCode.Parse(_district), kind);
        return With(c => c with { Contacts = [.. c.Contacts!, with is null ? contact : with(contact)] });
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
