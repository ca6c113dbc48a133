using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.AzureTables;
using Notify.Adapters.Sqlite;

namespace Notify.Adapters.Settings;

/// <summary>Where the settings say that records are kept.</summary>
/// <param name="Folder">Of the SQLite file; empty where there is no lasting disk.</param>
public sealed record StoreWay(StoreKind Kind, string Folder, TableStoreOptions Tables)
{
    /// <summary>Reads <c>Store:*</c>. Only what the chosen store needs is demanded.</summary>
    /// <param name="dataFolder">Null: the host has no disk that lasts.</param>
    public static StoreWay Read(SettingsBinder binder, string? dataFolder)
    {
        var kind = binder.Read<Choice>(TableStoreOptions.SectionName).Kind;
        if (kind is StoreKind.Sqlite && dataFolder is null)
        {
            binder.Add("Store:Kind: this host has no disk that lasts; allowed: tables.");
        }

        return new(kind, dataFolder ?? "", binder.Read<TableStoreOptions>(TableStoreOptions.SectionName, o => kind is StoreKind.Tables || IsGiven(o) ? o.Validate() : []));
    }

    /// <summary>Adds the store.</summary>
    public void AddTo(IServiceCollection services) =>
        _ = Kind is StoreKind.Tables ? services.AddTableStore(Tables) : services.AddSqliteStore(o => o.Folder = Folder);

    /// <summary>Where records are, for people; no secret.</summary>
    public string Describe() => Kind is StoreKind.Tables
        ? $"the table {Tables.TableName}{(Tables.TablesUri is { } address ? $" at {address.Authority}" : "")}"
        : Folder;

    private static bool IsGiven(TableStoreOptions tables) => tables.ConnectionString.Length > 0 || tables.TablesUri is not null;

    private sealed class Choice
    {
        public StoreKind Kind { get; set; } = StoreKind.Sqlite;
    }
}

/// <summary>Where records can be kept.</summary>
public enum StoreKind
{
    /// <summary>In a file on this machine.</summary>
    Sqlite,

    /// <summary>In Azure Table Storage.</summary>
    Tables,
}
