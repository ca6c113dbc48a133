using System.Text;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Files;

/// <summary>A temporary folder with the files of the small register, to spoil and to read; gone after the test.</summary>
internal sealed class RegisterFolder : IDisposable
{
    public RegisterFolder(bool filled = true)
    {
        foreach (var (table, lines) in filled ? SmallRegister.Lines : new Dictionary<string, string[]>())
        {
            Write(table + ".csv", string.Join('\n', lines) + "\n");
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("notify-register-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string file, string text, Encoding? encoding = null) => System.IO.File.WriteAllText(File(file), text, encoding ?? new UTF8Encoding(false));

    public void Write(string file, byte[] bytes) => System.IO.File.WriteAllBytes(File(file), bytes);

    public void WriteLine(string table, int line, string text) => Write(table + ".csv", string.Join('\n', SmallRegister.Replace(table, line, text)) + "\n");

    /// <summary>Reads and judges what is there, as an import into an empty register does.</summary>
    public async Task<RegisterReading> ReadAsync(string? path = null) =>
        RegisterReader.Read(await RegisterFiles.ReadAsync(path ?? Path, TestContext.Current.CancellationToken), new RegisterContent());

    /// <summary>Reads, and says where the errors are: file, line, column.</summary>
    public async Task<IReadOnlyList<(string File, int Line, string Column)>> ErrorsAsync(string? path = null)
    {
        var errors = (await ReadAsync(path)).Errors;
        Assert.All(errors, e => Assert.InRange(e.Value.Length, 0, 100));
        return [.. errors.Select(e => (e.File, e.Line, e.Column))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
