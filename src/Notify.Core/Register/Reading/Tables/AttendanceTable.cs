namespace Notify.Core.Register.Reading.Tables;

internal static class AttendanceTable
{
    public static readonly Column<Attendance, string> Forum = new("forum", null, Need.Key, Cells.Text, a => a.Forum);
    public static readonly Column<Attendance, SchoolUnitCode> School = new("school", "skolenhetskod", Need.Key, Cells.School, a => a.School);
    private static readonly Column<Attendance, bool> Attended = new("attended", "deltog", Need.Required, Words.YesNo, a => a.Attended);
    private static readonly Column<Attendance, int?> Persons = new("persons", "antal", Need.Optional, Cells.Number(0, 10_000).Optional(), a => a.Persons);

    public static readonly TableLayout<Attendance> Layout = new(
        "attendance",
        [Forum, School, Attended, Persons],
        row => new(row.Get(Forum), row.Get(School), row.Get(Attended), row.Get(Persons)));
}
