using System.Text.RegularExpressions;
using Azure.Data.Tables;

namespace Notify.Adapters.AzureTables;

/// <summary>Settings <c>Store:*</c> for the store on Azure Tables: a connection string, or an address that is opened by identity.</summary>
public sealed partial class TableStoreOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Store";

    /// <summary>The account's connection string; <c>UseDevelopmentStorage=true</c> is the emulator on this machine.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The account's table endpoint, opened by the identity that the program runs under: no secret at all.</summary>
    public Uri? TablesUri { get; set; }

    /// <summary>The table; made at the first use when absent. Default <c>notify</c>.</summary>
    public string TableName { get; set; } = "notify";

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    /// <remarks>The connection string is never echoed: it is a secret.</remarks>
    public IReadOnlyList<string> Validate() => [.. Errors()];

    private IEnumerable<string> Errors()
    {
        if ((ConnectionString.Length > 0) == (TablesUri is not null))
        {
            yield return $"{SectionName}:ConnectionString, {SectionName}:TablesUri: exactly one is needed for the store tables.";
        }

        if (ConnectionString.Length > 0 && !CanBeRead(ConnectionString))
        {
            yield return $"{SectionName}:ConnectionString cannot be read; allowed: the connection string of a storage account, as the portal shows it.";
        }

        if (TablesUri is not null && !IsEndpoint(TablesUri))
        {
            yield return $"{SectionName}:TablesUri: allowed: an https address without a query, as https://ACCOUNT.table.core.windows.net/.";
        }

        if (!NamePattern().IsMatch(TableName))
        {
            yield return $"{SectionName}:TableName is '{TableName}'; allowed: 3–63 letters a–z and digits, a letter first.";
        }
    }

    private static bool CanBeRead(string connectionString)
    {
        try
        {
            return new TableServiceClient(connectionString).Uri.IsAbsoluteUri;
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // An identity's token is sent to it, and the SDK refuses to send one over plain http.
    private static bool IsEndpoint(Uri uri) =>
        uri.IsAbsoluteUri && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0 && uri.UserInfo.Length == 0;

    // "Understanding the Table service data model" (Azure Storage REST API); the name "tables" is reserved.
    [GeneratedRegex(@"\A(?![Tt][Aa][Bb][Ll][Ee][Ss]\z)[A-Za-z][A-Za-z0-9]{2,62}\z")]
    private static partial Regex NamePattern();
}
