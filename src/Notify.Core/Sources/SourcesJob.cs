using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Core.Sources;

/// <summary>Asks every source that is configured. One that cannot be read keeps no other from its turn.</summary>
public sealed partial class SourcesJob(IEnumerable<ISource> sources, SourceBook book, TimeProvider clock, ILogger<SourcesJob> logger) : ICityJob
{
    private static readonly Bilingual Unforeseen = new(
        "Something went wrong that Notify did not foresee. It is tried again at the next run; the log says more.",
        "Något gick fel som Notify inte hade räknat med. Nytt försök görs vid nästa körning, och i loggen står mer.");

    private readonly IReadOnlyList<ISource> _sources = [.. sources];

    /// <inheritdoc/>
    public string Name => "sources";

    /// <inheritdoc/>
    /// <exception cref="AggregateException">Some could not be read; the others were.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var errors = new List<Exception>();
        foreach (var source in _sources)
        {
            if (await TryAsync(source, ct) is { } error)
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw new AggregateException($"{errors.Count} of {_sources.Count} sources could not be read.", errors);
        }
    }

    private async Task<Exception?> TryAsync(ISource source, CancellationToken ct)
    {
        try
        {
            await source.RunAsync(ct);
            var now = clock.GetUtcNow();
            await book.ChangeAsync(source.Name, s => s with { Last = now, LastGood = now, Failure = null }, ct);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(logger, e, source.Name);
            var failure = e is SourceException known ? known.Text : Unforeseen;
            await book.ChangeAsync(source.Name, s => s with { Last = clock.GetUtcNow(), Failure = failure }, ct);
            return e;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} could not be read")]
    private static partial void LogFailed(ILogger logger, Exception error, string source);
}
