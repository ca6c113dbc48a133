using System.Security.Cryptography;
using Notify.Adapters.AzureTables;
using Notify.Testing.Azurite;
using Xunit;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Notify.Adapters.Tests.AzureTables;

internal static class NewTable
{
    /// <summary>Options for a table that no other test has; it is not made yet.</summary>
    public static async Task<TableStoreOptions> NewTableAsync(this Azurite azurite) => new()
    {
        ConnectionString = await azurite.ConnectAsync(),
        TableName = "t" + RandomNumberGenerator.GetHexString(20, lowercase: true),
    };
}
