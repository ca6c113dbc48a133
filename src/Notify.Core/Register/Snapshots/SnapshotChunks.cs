using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notify.Core.Register;

/// <summary>A piece of a compressed value.</summary>
internal sealed record SnapshotChunk(byte[] Data);

/// <summary>Snapshots, and what else is large, as a few rows that fit the store: JSON, compressed, cut.</summary>
internal static class SnapshotChunks
{
    /// <summary>Bytes in a chunk: in base64, at two bytes a character, below half of what a record may hold.</summary>
    public const int Size = 180_000;

    /// <summary>The values of the rows, in order.</summary>
    public static IReadOnlyList<string> Encode(DistrictSnapshot snapshot) => Encode(snapshot, RegisterJson.Default.DistrictSnapshot);

    /// <inheritdoc cref="Encode(DistrictSnapshot)"/>
    public static IReadOnlyList<string> Encode<T>(T value, JsonTypeInfo<T> type)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, value, type);
        }

        return [.. packed.ToArray().Chunk(Size).Select(data => RegisterJson.Write(new(data), RegisterJson.Default.SnapshotChunk))];
    }

    /// <summary>The snapshot of the rows that <see cref="Encode"/> made.</summary>
    /// <exception cref="JsonException">They hold something else.</exception>
    public static DistrictSnapshot Decode(IEnumerable<string> values) => Decode(values, RegisterJson.Default.DistrictSnapshot);

    /// <summary>The value of the rows that <see cref="Encode{T}"/> made.</summary>
    /// <exception cref="JsonException">They hold something else.</exception>
    public static T Decode<T>(IEnumerable<string> values, JsonTypeInfo<T> type)
    {
        using var packed = new MemoryStream();
        foreach (var value in values)
        {
            packed.Write(RegisterJson.Read(value, RegisterJson.Default.SnapshotChunk).Data);
        }

        packed.Position = 0;
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize(brotli, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
    }
}
