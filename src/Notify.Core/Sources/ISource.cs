namespace Notify.Core.Sources;

/// <summary>
/// Somewhere outside that the register is kept up from without anybody sitting at it. Registered only where it is configured, and
/// asked every time the job <c>sources</c> runs: whether there is something to do by now it decides by what it noted itself.
/// </summary>
public interface ISource
{
    /// <summary>In lower case, as <c>sharepoint</c>: how its state is stored, and how the portal knows it.</summary>
    string Name { get; }

    /// <summary>Takes in what is new. Stopped anywhere, the next run goes on; run twice, it does no harm.</summary>
    /// <exception cref="SourceException">It cannot be read now.</exception>
    Task RunAsync(CancellationToken ct);
}

/// <summary>A source cannot be read, in words for whoever looks after it; never with an address, a body or a secret in them.</summary>
/// <param name="text">What is wrong, and what to do.</param>
public sealed class SourceException(Register.Bilingual text, Exception? inner = null) : Exception(text.English, inner)
{
    /// <summary>What is wrong, and what to do.</summary>
    public Register.Bilingual Text { get; } = text;
}
