namespace Notify.Core.Register.Reading.Tables;

internal static class FollowUpTable
{
    private static readonly Column<FollowUp, string> Id = new("id", null, Need.Key, Cells.Text, f => f.Id);
    public static readonly Column<FollowUp, DistrictCode> District = new("district", "stadsdel", Need.Required, Cells.District, f => f.District);
    public static readonly Column<FollowUp, string> Questionnaire = new("questionnaire", null, Need.Required, Cells.Text, f => f.Questionnaire);
    public static readonly Column<FollowUp, string> Version = new("version", null, Need.Required, Cells.Text, f => f.Version);
    private static readonly Column<FollowUp, string> Title = new("title", "titel", Need.Required, Cells.Text, f => f.Title);
    private static readonly Column<FollowUp, DateOnly> Opens = new("opens", "öppnar", Need.Required, Cells.Date, f => f.Opens);
    private static readonly Column<FollowUp, DateOnly> Closes = new("closes", "stänger", Need.Required, Cells.Date, f => f.Closes);
    private static readonly Column<FollowUp, IReadOnlyList<Respondent>> Respondents = new("respondents", "svarande", Need.Required, Lists.Of(Words.Respondent), f => f.Respondents);
    private static readonly Column<FollowUp, string?> Goal = new("goal", "mål", Need.Optional, Cells.OptionalLines, f => f.Goal);

    public static readonly TableLayout<FollowUp> Layout = new(
        "followups",
        [Id, District, Questionnaire, Version, Title, Opens, Closes, Respondents, Goal],
        Read);

    private static FollowUp Read(RowReader<FollowUp> row)
    {
        var round = new FollowUp(
            row.Get(Id),
            row.Get(District),
            row.Get(Questionnaire),
            row.Get(Version),
            row.Get(Title),
            row.Get(Opens),
            row.Get(Closes),
            row.Get(Respondents),
            row.Get(Goal));
        if (row.IsSound(Opens) && row.IsSound(Closes) && round.Closes < round.Opens)
        {
            row.Refuse(Closes, new("The round closes before it opens: correct closes or opens.", "Omgången stänger innan den öppnar: rätta stänger eller öppnar."));
        }

        return round;
    }
}
