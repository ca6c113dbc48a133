namespace Notify.Adapters.AzureTables;

/// <summary>Settings <c>Store:*</c> for the store on Azure Tables: a connection string, or an address that is opened by identity.</summary>
public sealed class TableStoreOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Store";

    /// <summary>The account's connection string; <c>UseDevelopmentStorage=true</c> is the emulator on this machine.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The account's table endpoint, opened by the identity that the program runs under: no secret at all.</summary>
    public Uri? TablesUri { get; set; }

    /// <summary>The table; made at the start when absent. Default <c>notify</c>.</summary>
    public string TableName { get; set; } = "notify";

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    public IReadOnlyList<string> Validate() =>
        (ConnectionString.Length > 0) == (TablesUri is not null)
            ? [$"{SectionName}:ConnectionString, {SectionName}:TablesUri: exactly one is needed for the store tables."]
            : [];
}
