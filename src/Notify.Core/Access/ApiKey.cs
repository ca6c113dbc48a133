using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Notify.Core.Access;

/// <summary>The keys that programs bear. A key is random and long, so that its plain hash gives nothing away.</summary>
public static class ApiKey
{
    /// <summary>Longer texts are no keys of ours.</summary>
    public const int MaxLength = 200;

    /// <summary>How every key begins, so that one that was published by mistake is found.</summary>
    private const string Prefix = "notify_";

    /// <summary>Makes a new one, of 256 random bits.</summary>
    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the settings keep of a key: its SHA-256 as 64 hexadecimal digits.</summary>
    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The entry whose key it is; null: nobody's. Takes as long for a wrong key as for a right one.</summary>
    public static ApiKeyEntry? Find(string key, IEnumerable<ApiKeyEntry> entries)
    {
        if (key.Length > MaxLength)
        {
            return null;
        }

        var hash = Encoding.ASCII.GetBytes(HashOf(key));
        ApiKeyEntry? found = null;
        foreach (var entry in entries)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(entry.Hash)))
            {
                found = entry;
            }
        }

        return found;
    }
}
