namespace Notify.Core.Register.Reading.Tables;

internal static class QuestionnaireTable
{
    public static readonly Column<QuestionnaireStatement, string> Id = new("id", null, Need.Key, Cells.Text, q => q.Id);
    public static readonly Column<QuestionnaireStatement, string> Version = new("version", null, Need.Key, Cells.Text, q => q.Version);
    private static readonly Column<QuestionnaireStatement, string> Axis = new("axis", "axel", Need.Key, Cells.Text, q => q.Axis);
    private static readonly Column<QuestionnaireStatement, string> Statement = new("statement", "påstående", Need.Key, Cells.Lines, q => q.Statement);
    private static readonly Column<QuestionnaireStatement, int> ScaleMax = new("scale_max", "skala", Need.Required, Cells.Number(2, 10), q => q.ScaleMax);
    private static readonly Column<QuestionnaireStatement, string?> AxisEn = new("axis_en", "axel_en", Need.Optional, Cells.OptionalText, q => q.AxisEn);
    private static readonly Column<QuestionnaireStatement, string?> StatementEn = new("statement_en", "påstående_en", Need.Optional, Cells.OptionalLines, q => q.StatementEn);

    public static readonly TableLayout<QuestionnaireStatement> Layout = new(
        "questionnaires",
        [Id, Version, Axis, Statement, ScaleMax, AxisEn, StatementEn],
        row => new(row.Get(Id), row.Get(Version), row.Get(Axis), row.Get(Statement), row.Get(ScaleMax), row.Get(AxisEn), row.Get(StatementEn)));
}
