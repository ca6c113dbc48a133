namespace Notify.Core.Register.Reading.Tables;

internal static class SteeringGroupTable
{
    public static readonly Column<SteeringGroupMember, string> Id = new("id", null, Need.Key, Cells.Text, m => m.Id);
    public static readonly Column<SteeringGroupMember, DistrictCode> District = new("district", "stadsdel", Need.Required, Cells.District, m => m.District);
    public static readonly Column<SteeringGroupMember, string> Name = new("name", "namn", Need.Required, Cells.Text, m => m.Name);
    private static readonly Column<SteeringGroupMember, EmailAddress> Email = new("member_email", "epost", Need.Key, Cells.Email, m => m.MemberEmail);
    private static readonly Column<SteeringGroupMember, string?> MemberName = new("member_name", "ledamot", Need.Optional, Cells.OptionalText, m => m.MemberName);
    private static readonly Column<SteeringGroupMember, string?> MemberRole = new("member_role", "roll", Need.Optional, Cells.OptionalText, m => m.MemberRole);

    public static readonly TableLayout<SteeringGroupMember> Layout = new(
        "steering_groups",
        [Id, District, Name, Email, MemberName, MemberRole],
        row => new(row.Get(Id), row.Get(District), row.Get(Name), row.Get(Email), row.Get(MemberName), row.Get(MemberRole)));
}
