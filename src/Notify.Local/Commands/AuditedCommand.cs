using Notify.Core.Audit;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary>What somebody does at the command line leaves a row in the audit trail, as a button of the portal does.</summary>
internal static class AuditedCommand
{
    /// <summary>The name that histories and the trail have for whoever gives the command.</summary>
    public static string Who => $"{Environment.UserName} at the command line";

    /// <summary>Does what may change something, and notes it if it did: a command that is refused leaves nothing behind (CONTRACT.md, exit code 2).</summary>
    /// <param name="action">Dotted words, as <c>contacts.told</c>.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="district">Null: it concerns the whole municipality.</param>
    /// <param name="detail">What was chosen; may be empty.</param>
    /// <param name="isDone">Whether the result says that it was done; null: it always was.</param>
    public static async Task<T> AuditedAsync<T>(
        this CommandContext context, string action, string command, DistrictCode? district, string detail, Func<Task<T>> act, Func<T, bool>? isDone = null)
    {
        var result = await act();
        if (isDone?.Invoke(result) != false)
        {
            await context.Get<AuditTrail>().NoteAsync(Who, action, $"notify {command}", district, detail, CancellationToken.None);
        }

        return result;
    }

    /// <summary>Leaves the row of an import that changed something. One that is refused or held writes nothing at all (CONTRACT.md "Mail").</summary>
    public static Task NoteImportAsync(this CommandContext context, string command, ImportOutcome outcome, ImportRequest request) =>
        request.DryRun || outcome.NewVersions.Count == 0 ? Task.CompletedTask : context.AuditedAsync("import.apply", command, null, request.Source, () => Task.FromResult(outcome));
}
