using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notify.Core.Time;

/// <summary>Times in answers to programs: ISO 8601 with the Stockholm offset (CONTRACT.md "Time").</summary>
public sealed class StockholmTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(StockholmTime.Format(value));
}
