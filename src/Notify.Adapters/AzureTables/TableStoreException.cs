using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Notify.Adapters.AzureTables;

/// <summary>The table cannot be used. The message names the table, what is wrong and what to do about it; it holds no secret.</summary>
public sealed class TableStoreException(Uri table, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The address of the table.</summary>
    public Uri Table { get; } = table;

    internal static bool Explains(Exception error, CancellationToken ct) =>
        error is RequestFailedException or AggregateException or AuthenticationFailedException
        || (error is OperationCanceledException && !ct.IsCancellationRequested);

    /// <remarks>After several tries the SDK hands over the errors of all; the last one says where things stand.</remarks>
    internal static TableStoreException From(Exception error, Uri table) =>
        new(table, Describe(error is AggregateException { InnerExceptions: [.., var last] } ? last : error, table), error);

    private static string Describe(Exception error, Uri table) => error switch
    {
        AuthenticationFailedException =>
            $"No identity was found for {table}. Give the program a managed identity (or sign in with az login), or set Store:ConnectionString.",
        RequestFailedException failed when failed.ErrorCode == TableErrorCode.TableBeingDeleted =>
            $"{table} is being deleted, which takes the service a while. Try again in a few minutes, or choose another Store:TableName.",
        RequestFailedException failed when failed.ErrorCode == TableErrorCode.TableNotFound =>
            $"{table} has been deleted. Start the program again: it makes the table anew, empty.",
        RequestFailedException { Status: 401 or 403 } failed =>
            $"{table} refuses ({Answer(failed)}). Check the key in Store:ConnectionString and this machine's clock; with Store:TablesUri give the identity the role Storage Table Data Contributor.",
        RequestFailedException { Status: 408 or 429 or >= 500 } failed =>
            $"{table} is busy or disturbed ({Answer(failed)}), after several tries. Try again later.",
        RequestFailedException { Status: > 0 } failed => $"{table} does not accept the request ({Answer(failed)}).",
        _ => $"{table} cannot be reached, after several tries. Check the network and the address in Store:ConnectionString or Store:TablesUri.",
    };

    private static string Answer(RequestFailedException failed) =>
        string.IsNullOrEmpty(failed.ErrorCode) ? $"{failed.Status}" : $"{failed.Status} {failed.ErrorCode}";
}
