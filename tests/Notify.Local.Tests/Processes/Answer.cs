using System.Text.Json;
using Xunit;

namespace Notify.Local.Tests.Processes;

/// <summary>What a command left: its exit code and what it said.</summary>
internal sealed record Answer(int Code, string Out, string Error)
{
    /// <summary>The result for programs.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Out);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The one line that says what went wrong.</summary>
    public string Complaint
    {
        get
        {
            Assert.Empty(Out);
            return Assert.Single(Error.TrimEnd('\n').Split('\n'));
        }
    }

    /// <summary>This, when the command ended so; else the test fails with what it said.</summary>
    public Answer Ended(int code)
    {
        Assert.True(code == Code, $"exit code {Code} where {code} was expected; standard output:\n{Out}\nstandard error:\n{Error}");
        return this;
    }
}
