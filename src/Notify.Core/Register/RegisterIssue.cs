using System.Text.Json.Serialization;

namespace Notify.Core.Register;

/// <summary>One thing wrong, or worth a look, in a register file.</summary>
/// <param name="File">The file as the user named it (<c>assignments.csv</c>, or <c>register.xlsx/assignments</c>).</param>
/// <param name="Line">Line in the file (row in a sheet), the header being 1; 0 when it concerns the file as a whole.</param>
/// <param name="Column">The column as the file spells it, or empty.</param>
/// <param name="Value">What stands there, cut at 100 characters, or empty.</param>
/// <param name="Text">What is wrong and what to do, in one sentence.</param>
public sealed record RegisterIssue(string File, int Line, string Column, string Value, [property: JsonIgnore] Bilingual Text)
{
    /// <summary>The greatest length of a quoted value, in characters.</summary>
    public const int MaxValueLength = 100;

    /// <summary>The text as the command line shows it.</summary>
    public string Message => Text.English;
}

/// <summary>What reading the files of a register gave.</summary>
/// <param name="Content">The rows that were understood; only to be used when there is no error.</param>
public sealed record RegisterReading(RegisterContent Content, IReadOnlyList<RegisterIssue> Errors, IReadOnlyList<RegisterIssue> Warnings);

/// <summary>A <see cref="RegisterIssue"/> as it is stored: in both languages.</summary>
/// <inheritdoc cref="RegisterIssue"/>
public sealed record KeptIssue(string File, int Line, string Column, string Value, Bilingual Text)
{
    /// <summary>The issue as it is stored.</summary>
    public static KeptIssue Of(RegisterIssue issue) => new(issue.File, issue.Line, issue.Column, issue.Value, issue.Text);
}
