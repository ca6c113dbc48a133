using System.Security.Cryptography;
using System.Text.Json;
using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>What a snapshot says, apart from when it was said.</summary>
internal static class SnapshotContent
{
    private static readonly Dictionary<SchoolUnitCode, DateTimeOffset> NotTouched = [];

    /// <summary>Equal for equal content; a closed district's is unlike that of an open one without rows.</summary>
    public static string Hash(DistrictSnapshot snapshot, bool closed)
    {
        var content = snapshot with { Version = 0, At = default, Touched = NotTouched };
        var hash = RecordKey.Base32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, RegisterJson.Default.DistrictSnapshot)));
        return closed ? $"closed-{hash}" : hash;
    }
}
