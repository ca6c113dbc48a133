using Microsoft.Graph;
using Microsoft.Graph.Models;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;
using EmailAddress = Notify.Core.Register.EmailAddress;

namespace Notify.Adapters.Graph;

/// <summary>Groups in Entra ID whose members are steering groups of the register. All of them are read before anything is imported.</summary>
public sealed class SteeringGroupsSource(GraphCalls calls, IRecordStore store, RegisterStore register, UnattendedImport import, TimeProvider clock) : ISource
{
    private const string Shown = "Entra ID";
    private const int MostPages = 1_000;

    private static readonly string[] Fields = ["id", "displayName", "mail", "jobTitle"];
    private static readonly string NoteKey = SourceKeys.Note(SourceName, "look");

    private const string SourceName = "steering-groups";

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        await calls.ThrowIfPausedAsync(Name, ct);
        var (now, last) = (clock.GetUtcNow(), await store.FindAsync(Partitions.System, NoteKey, GraphJson.Default.LookNote, ct));
        if (now - last?.Value.At < calls.Options.LookEvery)
        {
            return;
        }

        var groups = new Dictionary<string, IReadOnlyList<DirectoryMember>>(StringComparer.Ordinal);
        foreach (var (id, group) in await KnownAsync(ct))
        {
            groups.Add(id, await MembersAsync(id, group, ct));
        }

        if ((await import.ImportAsync(present => SteeringGroupRows.Compose(present, groups), new SourceDelivery(Name, Shown), ct)).IsTaken)
        {
            await store.PutAsync(NoteKey, new LookNote(now), GraphJson.Default.LookNote, ct);
        }
    }

    /// <summary>The configured groups by their ids as the register writes them; a setting's name does not tell capital letters apart.</summary>
    private async Task<List<(string Id, string Group)>> KnownAsync(CancellationToken ct)
    {
        var present = ((await register.ContentAsync(ct)).SteeringGroups ?? []).Select(g => g.Id).Distinct().ToLookup(id => id, StringComparer.OrdinalIgnoreCase);
        var absent = calls.Options.SteeringGroups.Keys.FirstOrDefault(id => !present.Contains(id));
        return absent is null
            ? [.. calls.Options.SteeringGroups.SelectMany(g => present[g.Key].Select(id => (id, g.Value)))]
            : throw new SourceException(Bilingual.Of(
                $"{Setting(absent)} names a steering group that the register does not have. Import it once, with its district, its name and one member; Notify then keeps its members.",
                $"{Setting(absent)} anger en styrgrupp som inte finns i registret. Lägg in den en gång, med stadsdel, namn och en ledamot; sedan sköter Notify ledamöterna."));
    }

    private async Task<IReadOnlyList<DirectoryMember>> MembersAsync(string id, string group, CancellationToken ct)
    {
        var (members, next, seen) = (new List<DirectoryMember>(), (string?)null, new HashSet<string>(StringComparer.Ordinal));
        do
        {
            var page = await calls.AskAsync(Name, Setting(id), (graph, token) => PageAsync(graph, group, next, token), ct) ?? throw GraphFaults.Refused(410, Setting(id));
            members.AddRange((page.Value ?? throw GraphFaults.Unreadable()).OfType<User>().Select(Member).OfType<DirectoryMember>());
            next = page.OdataNextLink;
            if (next is not null && (!calls.IsOurs(next) || !seen.Add(next) || seen.Count > MostPages))
            {
                throw GraphFaults.Unreadable();
            }
        }
        while (next is not null);
        return members.Count > 0 ? members : throw new SourceException(Bilingual.Of(
            $"The group of {Setting(id)} has no member with an e-mail address, or Notify may not see them. The steering group stays as it was.",
            $"Gruppen i {Setting(id)} har ingen medlem med e-postadress, eller så får Notify inte se dem. Styrgruppen är kvar som den var."));
    }

    private static Task<DirectoryObjectCollectionResponse?> PageAsync(GraphServiceClient graph, string group, string? link, CancellationToken ct)
    {
        var members = graph.Groups[group].Members;
        return link is null
            ? members.GetAsync(request => request.QueryParameters.Select = Fields, ct)
            : members.WithUrl(link).GetAsync(cancellationToken: ct);
    }

    /// <summary>Null: who has no address cannot be written to.</summary>
    private static DirectoryMember? Member(User user) => EmailAddress.TryParse(user.Mail, out var email) ? new(email, Text(user.DisplayName), Text(user.JobTitle)) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl) ? null : text.Trim();

    private static string Setting(string id) => $"{GraphOptions.SectionName}:SteeringGroups:{id}";
}
