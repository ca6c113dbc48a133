using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;

namespace Notify.Local.Commands;

/// <summary>One line on a terminal that says how far long work has come; nothing when standard error is no terminal.</summary>
public sealed class ConsoleProgress : IProgress<ImportProgress>, IProgress<JobProgress>, IProgress<UnitProgress>, IDisposable
{
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private int _length;

    /// <inheritdoc/>
    public void Report(ImportProgress value) => Show($"import: {value.Stage.ToString().ToLowerInvariant()} {value.Done} of {value.Total}");

    /// <inheritdoc/>
    public void Report(JobProgress value) => Show($"{value.Job}: {value.District} ({value.Done + 1} of {value.Total})");

    /// <inheritdoc/>
    public void Report(UnitProgress value) => Show($"Skolenhetsregistret: {value.Done} of {value.Total} schools");

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        Show("");
        if (_isShown)
        {
            Console.Error.Write('\r');
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Show(string line)
    {
        if (_isShown)
        {
            Console.Error.Write($"\r{line.PadRight(_length)}");
            _length = line.Length;
        }
    }
}
