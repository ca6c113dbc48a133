using System.Globalization;

namespace Notify.Benchmarks;

/// <summary>What the program was asked for.</summary>
/// <param name="Part">Null: all.</param>
/// <param name="Districts">How many municipalities; <see cref="National.Districts"/> are Sweden.</param>
/// <param name="Mails">That go through the pipeline.</param>
/// <param name="ReportFile">Where the Markdown goes besides standard output; null: nowhere.</param>
/// <param name="Program">The <c>notify.dll</c> that is measured as a whole: the one built with this program, or one that was published.</param>
internal sealed record SuiteArguments(string? Part, int Districts, int Mails, string? ReportFile, string Program)
{
    private const int DefaultMails = 10_000;

    // Every district of the pipeline needs a second contact to change to.
    private const int FewestMails = 200;

    /// <summary>Null when they cannot be understood.</summary>
    public static SuiteArguments? Parse(ReadOnlySpan<string> args, IReadOnlyList<string> parts)
    {
        var known = new SuiteArguments(null, National.Districts, DefaultMails, null, Path.Combine(AppContext.BaseDirectory, "notify.dll"));
        for (; args.Length > 0; args = args[(args[0].StartsWith('-') ? 2 : 1)..])
        {
            switch (args)
            {
                case ["--districts", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out var districts) && districts > 0:
                    known = known with { Districts = districts };
                    break;
                case ["--mails", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out var mails) && mails >= FewestMails:
                    known = known with { Mails = mails };
                    break;
                case ["--report", var file, ..]:
                    known = known with { ReportFile = file };
                    break;
                case ["--notify", var program, ..] when File.Exists(program):
                    known = known with { Program = Path.GetFullPath(program) };
                    break;
                case [var part, ..] when known.Part is null && parts.Contains(part):
                    known = known with { Part = part };
                    break;
                default:
                    return null;
            }
        }

        return known;
    }
}
