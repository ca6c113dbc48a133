using Azure.Core;
using Notify.Adapters.Graph;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Graph;
using Notify.Testing.Register;

namespace Notify.Adapters.Tests.Graph;

/// <summary>A city whose register comes from Graph, by the SDK's own client, from a server on this machine.</summary>
internal sealed class GraphWorld : IAsyncDisposable
{
    private readonly List<IDisposable> _connections = [];

    private GraphWorld(GraphServer server, ContactsWorld city)
    {
        (Server, City) = (server, city);
    }

    public GraphServer Server { get; }

    public ContactsWorld City { get; }

    public static async Task<GraphWorld> StartAsync(string now = "2026-03-02T10:00", IRecordStore? store = null) =>
        new(await GraphServer.StartAsync(), new ContactsWorld(now, store));

    /// <summary>Puts the register into lists, all of its tables that have rows or are named.</summary>
    public void Fill(RegisterBuilder city, params string[] tables)
    {
        foreach (var table in RegisterWriter.Write(city.Build()).Where(t => tables.Contains(t.Name) || (tables.Length == 0 && t.Rows.Count > 0)))
        {
            Server.Lists[$"list-{table.Name}"] = GraphList.Of(table);
        }
    }

    public GraphList List(string table) => Server.Lists[$"list-{table}"];

    /// <summary>The options of the lists that there are.</summary>
    public GraphOptions Options => new()
    {
        BaseUrl = Server.BaseUrl,
        Site = "stad.sharepoint.example,11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222",
        Lists = Server.Lists.Keys.ToDictionary(l => l["list-".Length..], l => l),
        Columns = Server.Lists.Keys.Select(l => l["list-".Length..]).Where(t => TableColumns.Of(t).Contains("id")).ToDictionary(t => $"{t}:id", _ => "Title"),
        Patience = TimeSpan.FromSeconds(5),
    };

    public GraphCalls Calls(GraphOptions? options = null)
    {
        var connection = new GraphConnection(options ?? Options, new TestCredential());
        _connections.Add(connection);
        return new(connection, City.Store, City.Clock);
    }

    public SharePointSource Source(GraphOptions? options = null) => new(Calls(options), City.Store, new SourceBlobs(City.Store), City.Get<UnattendedImport>());

    public Task<RegisterContent> RegisterAsync() => City.Get<RegisterStore>().ContentAsync(default);

    public Task<SourceState> StateAsync(string source = "sharepoint") => City.Get<SourceBook>().ReadAsync(source, default);

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(c => c.Dispose());
        await City.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class TestCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GraphServer.Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
