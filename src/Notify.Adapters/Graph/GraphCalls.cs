using Microsoft.Graph;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Adapters.Graph;

/// <summary>Asks Graph, and remembers across runs for how long it wants to be left alone.</summary>
public sealed class GraphCalls(GraphConnection connection, IRecordStore store, TimeProvider clock)
{
    private const string PauseNote = "pause";

    /// <summary>The settings.</summary>
    public GraphOptions Options => connection.Options;

    /// <summary>Whether a link of an answer leads to where we ask, and so may have the identity's token.</summary>
    public bool IsOurs(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && Options.BaseUrl.IsBaseOf(uri);

    /// <summary>Asks nothing when Graph has asked the source to wait, and the time is not over.</summary>
    /// <exception cref="SourceException">It is not.</exception>
    public async Task ThrowIfPausedAsync(string source, CancellationToken ct)
    {
        var pause = await store.FindAsync(Partitions.System, SourceKeys.Note(source, PauseNote), GraphJson.Default.GraphPause, ct);
        if (pause?.Value.Until > clock.GetUtcNow())
        {
            throw GraphFaults.Busy(pause.Value.Until);
        }
    }

    /// <summary>One question by the SDK's client, which waits as Graph asks it to, within <see cref="GraphOptions.Patience"/>.</summary>
    /// <param name="setting">The setting that says what is asked for.</param>
    /// <returns>Null: what was asked for has expired (410).</returns>
    /// <exception cref="SourceException">There is no answer, or none that can be used.</exception>
    public async Task<T?> AskAsync<T>(string source, string setting, Func<GraphServiceClient, CancellationToken, Task<T?>> ask, CancellationToken ct)
        where T : class
    {
        using var timeout = new CancellationTokenSource(connection.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await ask(connection.Client, either.Token) ?? throw GraphFaults.Unreadable();
        }
        catch (Exception error) when (error is not SourceException && !ct.IsCancellationRequested)
        {
            if (GraphFaults.AnswerIn(error) is { ResponseStatusCode: > 0 } answer)
            {
                return answer.ResponseStatusCode switch
                {
                    410 => null,
                    429 or 503 or 504 => throw await PauseAsync(source, GraphFaults.RetryAt(answer.ResponseHeaders, clock.GetUtcNow()), ct),
                    >= 400 => throw GraphFaults.Refused(answer.ResponseStatusCode, setting),
                    _ => throw GraphFaults.Unreadable(),
                };
            }

            throw GraphFaults.Translate(error) ?? throw new InvalidOperationException($"Graph's client failed on {setting}.", error);
        }
    }

    /// <summary>Notes that the source is to leave Graph alone.</summary>
    /// <returns>What says so.</returns>
    public async Task<SourceException> PauseAsync(string source, DateTimeOffset until, CancellationToken ct)
    {
        await store.PutAsync(SourceKeys.Note(source, PauseNote), new GraphPause(until), GraphJson.Default.GraphPause, ct);
        return GraphFaults.Busy(until);
    }
}
