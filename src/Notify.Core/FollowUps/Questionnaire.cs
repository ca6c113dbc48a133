using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.FollowUps;

/// <summary>A version of a questionnaire: what is asked.</summary>
/// <param name="Statements">In the order in which they are asked; never empty.</param>
public sealed record Questionnaire(string Id, string Version, IReadOnlyList<Statement> Statements)
{
    /// <summary>The axes, in the order in which they are asked.</summary>
    public IEnumerable<IGrouping<string, Statement>> Axes() => Statements.GroupBy(s => s.Axis, StringComparer.Ordinal);

    /// <summary>A name for exactly these statements, whatever the version is called: a page that was made for others has another.</summary>
    public string Fingerprint() => RecordKey.Hash(string.Join('\n', Statements.Select(s => $"{s.Key} {s.ScaleMax}")));

    /// <summary>The questionnaire of a round; null when the register has none of that id and version.</summary>
    public static Questionnaire? Of(FollowUp round, IEnumerable<QuestionnaireStatement> rows)
    {
        var statements = rows.Where(r => r.Id == round.Questionnaire && r.Version == round.Version).Select(Statement.Of).ToList();
        return statements.Count == 0 ? null : new(round.Questionnaire, round.Version, statements);
    }
}

/// <summary>One statement, which is agreed with from 1 (not at all) to <paramref name="ScaleMax"/> (wholly).</summary>
/// <param name="Key">Names it by its words: the same words in another version are the same statement.</param>
/// <param name="Axis">The axis it belongs to; by this name axes of two versions are the same.</param>
/// <param name="AxisEn">Null: as it stands.</param>
/// <param name="TextEn">Null: as it stands.</param>
public sealed record Statement(string Key, string Axis, string? AxisEn, string Text, string? TextEn, int ScaleMax)
{
    /// <summary>The statement of a register row.</summary>
    public static Statement Of(QuestionnaireStatement row) => new(
        RecordKey.Hash($"{row.Axis}\n{row.Statement}"), row.Axis, row.AxisEn, row.Statement, row.StatementEn, row.ScaleMax);

    /// <summary>The axis in a language.</summary>
    public string AxisIn(Language language) => language == Language.English ? AxisEn ?? Axis : Axis;

    /// <summary>The words in a language.</summary>
    public string TextIn(Language language) => language == Language.English ? TextEn ?? Text : Text;
}
