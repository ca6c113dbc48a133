using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Notify.Core.Accounts;
using Notify.Core.Sources;

namespace Notify.Adapters.Graph;

/// <summary>Entra ID: users, looked up in batches (Microsoft Graph, "JSON batching": at most 20 questions in one).</summary>
/// <remarks>Without the permission <c>User.Read.All</c> Graph leaves <c>accountEnabled</c> and phones out; an account then only can be gone.</remarks>
public sealed class GraphDirectory(GraphCalls calls, TimeProvider clock) : IAccountDirectory
{
    private const int MostInBatch = 20;
    private const string Setting = $"{GraphOptions.SectionName}:{nameof(GraphOptions.WatchContacts)}";

    private static readonly string[] Fields = ["id", "accountEnabled", "displayName", "mail", "businessPhones", "jobTitle"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, AccountLook>> LookAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await calls.ThrowIfPausedAsync(AccountKeys.Source, ct);
        var looks = new Dictionary<string, AccountLook>(StringComparer.OrdinalIgnoreCase);
        var (waiting, patience) = (new Queue<string>(ids), calls.Options.Patience);
        while (waiting.Count > 0)
        {
            var batch = await BatchAsync([.. Enumerable.Range(0, Math.Min(MostInBatch, waiting.Count)).Select(_ => waiting.Dequeue())], ct);
            foreach (var (id, look) in batch.Looks)
            {
                looks[id] = look;
            }

            batch.Again.ForEach(waiting.Enqueue);
            patience -= await WaitAsync(batch, patience, ct);
        }

        return looks;
    }

    /// <summary>Waits as long as the questions that were refused ask for, or leaves Graph alone until then.</summary>
    private async Task<TimeSpan> WaitAsync(Batch batch, TimeSpan patience, CancellationToken ct)
    {
        if (batch.Again.Count == 0)
        {
            return TimeSpan.Zero;
        }

        // At least a second, so that refusals without end come to one.
        var wait = batch.Until - clock.GetUtcNow() is var asked && asked > TimeSpan.FromSeconds(1) ? asked : TimeSpan.FromSeconds(1);
        if (wait > patience)
        {
            throw await calls.PauseAsync(AccountKeys.Source, batch.Until, ct);
        }

        await Task.Delay(wait, clock, ct);
        return wait;
    }

    private async Task<Batch> BatchAsync(List<string> ids, CancellationToken ct)
    {
        var batch = await calls.AskAsync(AccountKeys.Source, Setting, async (graph, token) =>
        {
            var questions = new BatchRequestContentCollection(graph, MostInBatch);
            for (var n = 0; n < ids.Count; n++)
            {
                await questions.AddBatchRequestStepAsync(
                    graph.Users[ids[n]].ToGetRequestInformation(request => request.QueryParameters.Select = Fields), $"{n}");
            }

            return await ReadAsync(ids, await graph.Batch.PostAsync(questions, token));
        }, ct);
        return batch ?? throw GraphFaults.Refused((int)HttpStatusCode.Gone, Setting);
    }

    private async Task<Batch> ReadAsync(List<string> ids, BatchResponseContentCollection answers)
    {
        var batch = new Batch([], [], DateTimeOffset.MinValue);
        for (var n = 0; n < ids.Count; n++)
        {
            using var answer = await answers.GetResponseByIdAsync($"{n}") ?? throw GraphFaults.Unreadable();
            switch ((int)answer.StatusCode)
            {
                case 200:
                    batch.Looks.Add(ids[n], Look(await answers.GetResponseByIdAsync<User>($"{n}")));
                    break;
                case 404:
                    batch.Looks.Add(ids[n], AccountLook.Of(AccountState.Gone));
                    break;
                case 400:
                    batch.Looks.Add(ids[n], AccountLook.Of(AccountState.Unreadable));
                    break;
                case 429 or 503 or 504:
                    var until = GraphFaults.RetryAt(answer.Headers, clock.GetUtcNow());
                    batch = batch with { Until = until > batch.Until ? until : batch.Until };
                    batch.Again.Add(ids[n]);
                    break;
                case var status:
                    throw GraphFaults.Refused(status, Setting);
            }
        }

        return batch;
    }

    private static AccountLook Look(User user) => user.Id is { Length: > 0 }
        ? new(user.AccountEnabled == false ? AccountState.Disabled : AccountState.Active, user.DisplayName, user.Mail, [.. (user.BusinessPhones ?? []).Where(p => p.Length > 0)])
        : throw GraphFaults.Unreadable();

    /// <summary>What became of a batch.</summary>
    /// <param name="Again">Questions that Graph wants to be asked again.</param>
    /// <param name="Until">Not before then.</param>
    private sealed record Batch(Dictionary<string, AccountLook> Looks, List<string> Again, DateTimeOffset Until);
}
