namespace Notify.Core.Register.Reading.Tables;

internal static class AssignmentTable
{
    public static readonly Column<Assignment, DistrictCode> District = new("district", "stadsdel", Need.Key, Cells.District, a => a.District);
    public static readonly Column<Assignment, SchoolUnitCode> School = new("school", "skolenhetskod", Need.Key, Cells.School, a => a.School);
    public static readonly Column<Assignment, string> Contact = new("contact", "kontakt", Need.Key, Cells.Text, a => a.Contact);
    private static readonly Column<Assignment, AssignmentRole> Role = new("role", "roll", Need.Key, Words.AssignmentRole, a => a.Role);
    private static readonly Column<Assignment, DateOnly?> From = new("from", "från", Need.OptionalKey, Cells.Date.Optional(), a => a.From);
    public static readonly Column<Assignment, DateOnly?> Until = new("until", "till", Need.Optional, Cells.Date.Optional(), a => a.Until);

    public static readonly TableLayout<Assignment> Layout = new("assignments", [District, School, Contact, Role, From, Until], Read);

    private static Assignment Read(RowReader<Assignment> row)
    {
        var assignment = new Assignment(row.Get(District), row.Get(School), row.Get(Contact), row.Get(Role), row.Get(From), row.Get(Until));
        if (assignment.Until < assignment.From)
        {
            row.Refuse(Until, new("The last day lies before the first: correct until or from.", "Sista dagen ligger före den första: rätta till eller från."));
        }

        return assignment;
    }
}
