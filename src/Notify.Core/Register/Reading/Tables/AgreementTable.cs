namespace Notify.Core.Register.Reading.Tables;

internal static class AgreementTable
{
    public static readonly Column<Agreement, string> Id = new("id", null, Need.Key, Cells.Text, a => a.Id);
    public static readonly Column<Agreement, DistrictCode> District = new("district", "stadsdel", Need.Required, Cells.District, a => a.District);
    private static readonly Column<Agreement, string> Title = new("title", "titel", Need.Required, Cells.Text, a => a.Title);
    private static readonly Column<Agreement, Uri?> Url = new("url", "länk", Need.Optional, Cells.OptionalUrl, a => a.Url);
    private static readonly Column<Agreement, DateOnly?> Signed = new("signed", "tecknad", Need.Optional, Cells.Date.Optional(), a => a.SignedOn);
    private static readonly Column<Agreement, int?> Interval = new("interval_months", "intervall_månader", Need.Optional, Cells.Number(1, 600).Optional(), a => a.IntervalMonths);
    private static readonly Column<Agreement, DateOnly?> NextRevision = new("next_revision", "nästa_revidering", Need.Optional, Cells.Date.Optional(), a => a.NextRevision);
    private static readonly Column<Agreement, AgreementStatus> Status = new("status", null, Need.Optional, Words.AgreementStatus.Or(AgreementStatus.InForce), a => a.Status);
    public static readonly Column<Agreement, string> SteeringGroup = new("steering_group", "styrgrupp", Need.Required, Cells.Text, a => a.SteeringGroup);
    private static readonly Column<Agreement, IReadOnlyList<int>?> RemindDays = new("remind_days", "påminn_dagar", Need.Optional, Lists.Days, a => a.RemindDays);
    private static readonly Column<Agreement, IReadOnlyList<EmailAddress>> Informed = new("informed", "informeras", Need.Optional, Lists.Of(Cells.Email), a => a.Informed);
    public static readonly Column<Agreement, IReadOnlyList<DistrictCode>> OtherDistricts = new("other_districts", "fler_stadsdelar", Need.Optional, Lists.Of(Cells.District), a => a.OtherDistricts);
    public static readonly Column<Agreement, string?> PartOf = new("part_of", "bilaga_till", Need.Optional, Cells.OptionalText, a => a.PartOf);

    public static readonly TableLayout<Agreement> Layout = new(
        "agreements",
        [Id, District, Title, Url, Signed, Interval, NextRevision, Status, SteeringGroup, RemindDays, Informed, OtherDistricts, PartOf],
        row => new(
            row.Get(Id),
            row.Get(District),
            row.Get(Title),
            row.Get(Url),
            row.Get(Signed),
            row.Get(Interval),
            row.Get(NextRevision),
            row.Get(Status),
            row.Get(SteeringGroup),
            row.Get(RemindDays),
            row.Get(Informed),
            row.Get(OtherDistricts),
            row.Get(PartOf)));
}
