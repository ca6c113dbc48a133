using System.Globalization;
using System.Text;

namespace Notify.Benchmarks;

/// <summary>What is printed, as Markdown; kept so that it can be written to a file too.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a part, and says on what machine, and how busy that is with other things.</summary>
    public void Heading(string part)
    {
        Line($"## {part}");
        Line($"");
        Line($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {Environment.ProcessorCount} cores; .NET {Environment.Version}; load average {Load()}.");
        Line($"");
    }

    /// <summary>A line, numbers written with a point.</summary>
    public void Line(FormattableString text)
    {
        var line = text.ToString(CultureInfo.InvariantCulture);
        Console.Out.WriteLine(line);
        _text.AppendLine(line);
    }

    /// <summary>Writes all of it to the file, if one is named.</summary>
    public async Task SaveAsync(string? file)
    {
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, _text.ToString());
        }
    }

    private static string Load() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
