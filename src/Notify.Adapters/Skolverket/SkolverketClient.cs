using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;

namespace Notify.Adapters.Skolverket;

/// <summary>
/// The Skolenhetsregister, version 2, over HTTP. Requests come one after the other with a pause between; when the service asks for
/// patience it has it, within bounds.
/// </summary>
/// <remarks>Source: https://api.skolverket.se/skolenhetsregistret/swagger-ui/index.html.</remarks>
public sealed class SkolverketClient(HttpClient http, SkolverketOptions options, TimeProvider clock) : ISchoolUnitRegister
{
    /// <summary>Some 20,000 units are listed in 2 MB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int Tries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    /// <summary>A client as hosts use it.</summary>
    public static HttpClient CreateHttp()
    {
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
        {
            Timeout = TimeSpan.FromSeconds(60),
            MaxResponseContentBufferSize = MaxBytes,
        };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Notify", "1.0"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return http;
    }

    /// <inheritdoc/>
    public async Task<UnitList> ListAsync(string municipality, DateTimeOffset? modifiedAfter, CancellationToken ct)
    {
        var after = modifiedAfter is { } time ? "&meta_modified_after=" + Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : "";
        var answer = await AskAsync($"v2/school-units?municipality_code={municipality}&status=AKTIV&status=VILANDE&status=PLANERAD&status=UPPHORT{after}", SkolverketJson.Default.UnitsAnswer, ct);
        return answer is { Meta.ExtractDate: { } extract, Data.Attributes: { } rows } && rows.All(r => SchoolUnitCode.TryParse(r?.SchoolUnitCode ?? "", out _))
            ? new(extract, [.. rows.Select(r => SchoolUnitCode.Parse(r!.SchoolUnitCode!)).Distinct()])
            : throw Unexpected(null);
    }

    /// <inheritdoc/>
    public async Task<SchoolUnit?> FindAsync(SchoolUnitCode code, CancellationToken ct)
    {
        await Task.Delay(options.Pause, clock, ct);
        var answer = await AskAsync($"v2/school-units/{code}", SkolverketJson.Default.UnitAnswer, ct);
        return answer is null ? null : SkolverketUnit.Of(code, answer) ?? throw Unexpected(null);
    }

    /// <returns>Null: there is no such thing.</returns>
    private async Task<T?> AskAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{options.Host.AbsoluteUri.TrimEnd('/')}/{path}"), ct);
                if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                {
                    return null;
                }

                if (answer.IsSuccessStatusCode)
                {
                    return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(ct), type) ?? throw Unexpected(null);
                }

                if (attempt == Tries || !IsPassing(answer.StatusCode))
                {
                    throw Refused($"HTTP {(int)answer.StatusCode}", null);
                }

                await Task.Delay(WaitFor(answer, attempt), clock, ct);
            }
            catch (JsonException e)
            {
                throw Unexpected(e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                if (attempt == Tries)
                {
                    throw Refused(e.GetType().Name, e);
                }

                await Task.Delay(FirstWait * attempt, clock, ct);
            }
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private TimeSpan WaitFor(HttpResponseMessage answer, int attempt)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => FirstWait * attempt,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked < LongestWait ? asked : LongestWait;
    }

    private static SourceException Refused(string how, Exception? inner) => new(
        new(
            $"Skolverket's register does not answer as it should ({how}). It is tried again at the next run; if it goes on for days, see Skolverket:Host.",
            $"Skolverkets register svarar inte som det ska ({how}). Nytt försök görs vid nästa körning. Håller det i sig i flera dagar, så se över Skolverket:Host."),
        inner);

    private static SourceException Unexpected(Exception? inner) => new(
        new(
            "Skolverket's register answered something that Notify cannot read. Nothing was changed. If it goes on, its form may have changed: see for a newer version of Notify.",
            "Skolverkets register svarade något som Notify inte kan läsa. Inget har ändrats. Håller det i sig kan registret ha fått en ny form: se efter om det finns en nyare version av Notify."),
        inner);
}
