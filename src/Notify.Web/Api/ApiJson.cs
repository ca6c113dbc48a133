using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Notify.Core.Notifications;
using Notify.Core.Status;
using Notify.Core.Time;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>How answers to programs are written: names in camelCase, terms as words with hyphens, times with the Stockholm offset.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(StockholmTimeConverter), typeof(WordConverter)])]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ApiPage<DistrictItem>))]
[JsonSerializable(typeof(ApiPage<SchoolItem>))]
[JsonSerializable(typeof(SchoolContacts))]
[JsonSerializable(typeof(ApiPage<NotificationItem>))]
[JsonSerializable(typeof(NotificationAnswer))]
[JsonSerializable(typeof(ApiPage<AgreementItem>))]
[JsonSerializable(typeof(ApiPage<ForumItem>))]
[JsonSerializable(typeof(ApiPage<MaterialItem>))]
[JsonSerializable(typeof(ApiPage<FollowUpItem>))]
[JsonSerializable(typeof(ApiPage<CallItem>))]
[JsonSerializable(typeof(ApiPage<JobItem>))]
[JsonSerializable(typeof(ApiPage<AuditItem>))]
[JsonSerializable(typeof(Problem))]
public sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The value as an answer.</summary>
    public static JsonHttpResult<T> Answer<T>(T value) => TypedResults.Json(value, Default.Options);

    /// <summary>Has others who write or describe our values do it in the same way.</summary>
    internal static void Describe(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        foreach (var converter in Default.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }

    private sealed class WordConverter : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _words = new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

        public override bool CanConvert(Type typeToConvert) => _words.CanConvert(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _words.CreateConverter(typeToConvert, options);
    }
}
