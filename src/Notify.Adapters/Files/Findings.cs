using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Collects what reading the files of a register gives.</summary>
internal sealed class Findings
{
    private readonly List<RawTable> _tables = [];
    private readonly List<RegisterIssue> _errors = [];
    private readonly List<RegisterIssue> _warnings = [];

    public bool HasErrors => _errors.Count > 0;

    public void Add(RawTable table) => _tables.Add(table);

    public void Error(string file, Bilingual message) => Error(file, 0, message);

    public void Error(string file, int line, Bilingual message, string column = "", string value = "") =>
        _errors.Add(new(file, line, Cut(column), Cut(value), message));

    public void Warn(string file, Bilingual message) => _warnings.Add(new(file, 0, string.Empty, string.Empty, message));

    /// <summary>An error that leaves nothing of a table to be read.</summary>
    public void Lost(string table, string file, Bilingual message, int line = 0)
    {
        Error(file, line, message);
        Add(new(table, file, [], []) { Incomplete = true });
    }

    public RawRegister ToRegister() => new(_tables, _errors, _warnings);

    private static string Cut(string text) => text.Length <= RegisterIssue.MaxValueLength ? text : text[..RegisterIssue.MaxValueLength];
}
