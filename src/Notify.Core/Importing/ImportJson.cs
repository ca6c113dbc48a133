using System.Text.Json.Serialization;
using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>The form in which drafts are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportDraft))]
[JsonSerializable(typeof(List<RawTable>))]
[JsonSerializable(typeof(ImportPreview))]
[JsonSerializable(typeof(List<RowDifference>))]
[JsonSerializable(typeof(List<PreviewedMail>))]
internal sealed partial class ImportJson : JsonSerializerContext;
