using Notify.Core.Register.Reading;

namespace Notify.Adapters.Graph;

/// <summary>Settings <c>Graph:*</c>: what the register takes from Microsoft Graph. Nothing by default.</summary>
public sealed class GraphOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Graph";

    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMinutes(15);
    private static readonly string[] Takeable = ["name", "email", "phone"];
    private static readonly string[] WithOwnId = ["contacts", "agreements", "steering_groups", "forums", "materials", "questionnaires", "followups"];

    /// <summary>Where Graph is, its version included; another one in national clouds. Its host is also whom the identity's token is for.</summary>
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>The id of the SharePoint site that holds the lists: <c>host,site collection,site</c>.</summary>
    public string Site { get; set; } = "";

    /// <summary>The ids of lists, by the tables of CONTRACT.md that they hold.</summary>
    public IReadOnlyDictionary<string, string> Lists { get; set; } = new Dictionary<string, string>();

    /// <summary>How lists name their columns where not as in CONTRACT.md: by <c>table:column</c>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether the accounts of contacts with an <c>entra_id</c> are looked at.</summary>
    public bool WatchContacts { get; set; }

    /// <summary>What the register takes from the directory instead of reporting that it differs: <c>name</c>, <c>email</c>, <c>phone</c>.</summary>
    public IReadOnlyList<string> TakeFromDirectory { get; set; } = [];

    /// <summary>The ids of groups in Entra, by the steering groups of the register whose members they are.</summary>
    public IReadOnlyDictionary<string, string> SteeringGroups { get; set; } = new Dictionary<string, string>();

    /// <summary>How often accounts and groups are looked at. Default one hour.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a run waits when Graph asks it to; when it asks for more, a later run goes on. Default one minute.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether anything at all comes from Graph.</summary>
    public bool IsUsed => Lists.Count > 0 || WatchContacts || SteeringGroups.Count > 0;

    /// <summary>Whether the register takes it from the directory.</summary>
    public bool Takes(string what) => TakeFromDirectory.Contains(what, StringComparer.OrdinalIgnoreCase);

    /// <summary>All errors at once, each with the setting's name and what is allowed; empty when the options can be used.</summary>
    public IReadOnlyList<string> Validate() => [.. OfConnection(), .. OfLists(), .. OfDirectory()];

    private IEnumerable<string> OfConnection()
    {
        if (!BaseUrl.IsAbsoluteUri || !(BaseUrl.Scheme == Uri.UriSchemeHttps || (BaseUrl.Scheme == Uri.UriSchemeHttp && BaseUrl.IsLoopback))
            || BaseUrl.AbsolutePath.TrimEnd('/') != "/v1.0" || BaseUrl.Query.Length > 0 || BaseUrl.UserInfo.Length > 0)
        {
            yield return $"{SectionName}:BaseUrl: allowed: an https address that ends with /v1.0, as https://graph.microsoft.com/v1.0.";
        }

        if (Patience < TimeSpan.FromSeconds(1) || Patience > LongestPatience)
        {
            yield return $"{SectionName}:Patience: allowed: 00:00:01 to {LongestPatience:c}.";
        }

        if (LookEvery < ShortestLook || LookEvery > TimeSpan.FromDays(1))
        {
            yield return $"{SectionName}:LookEvery: allowed: {ShortestLook:c} to 1.00:00:00.";
        }
    }

    private IEnumerable<string> OfLists()
    {
        if ((Lists.Count > 0 && Site.Length == 0) || Site.Any(c => char.IsWhiteSpace(c) || c is '/' or ':'))
        {
            yield return $"{SectionName}:Site: needed for {SectionName}:Lists; allowed: the site's id, as stad.sharepoint.com,GUID,GUID.";
        }

        foreach (var table in Lists.Keys.Where(t => KnownTables.Find(t) is null))
        {
            yield return $"{SectionName}:Lists:{table}: there is no such table; allowed: {string.Join(", ", KnownTables.Names)}.";
        }

        foreach (var list in Lists.GroupBy(l => l.Value, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"{SectionName}:Lists:{string.Join($", {SectionName}:Lists:", list.Select(l => l.Key).Order(StringComparer.Ordinal))}: the same list; each table needs one of its own.";
        }

        foreach (var table in Lists.Keys.Where(t => WithOwnId.Contains(KnownTables.Find(t)) && !Columns.ContainsKey($"{t}:id")))
        {
            yield return $"{SectionName}:Columns:{table}:id: needed, since a list's own id is only the number of a row; allowed: a column of the list, as Title.";
        }

        foreach (var column in Columns.Keys.Where(c => c.Split(':') is not [var table, var name] || !TableColumns.Of(table).Contains(name)))
        {
            yield return $"{SectionName}:Columns:{column}: there is no such column; allowed: a table and a column of it in English, as {SectionName}:Columns:contacts:email.";
        }
    }

    private IEnumerable<string> OfDirectory()
    {
        if (TakeFromDirectory.Any(t => !Takeable.Contains(t, StringComparer.OrdinalIgnoreCase)) || (TakeFromDirectory.Count > 0 && !WatchContacts))
        {
            yield return $"{SectionName}:TakeFromDirectory: allowed, with {SectionName}:WatchContacts: {string.Join(", ", Takeable)}.";
        }

        foreach (var group in SteeringGroups.Where(g => !Guid.TryParse(g.Value, out _)))
        {
            yield return $"{SectionName}:SteeringGroups:{group.Key}: allowed: the object id of a group in Entra.";
        }

        if (SteeringGroups.Count > 0 && Lists.Keys.Any(t => KnownTables.Find(t) == "steering_groups"))
        {
            yield return $"{SectionName}:SteeringGroups, {SectionName}:Lists:steering_groups: one or the other; two sources of the same rows would undo each other.";
        }
    }
}
