using System.Globalization;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Time;

namespace Notify.Adapters.Graph;

/// <summary>What the SDK throws, in words for whoever looks after the source. Graph's own words are left out: they may name a person.</summary>
internal static class GraphFaults
{
    private static readonly Bilingual NotAsAgreed = new(
        "Microsoft Graph gave an answer that cannot be read. Nothing was changed; the next run tries again.",
        "Microsoft Graph gav ett svar som inte går att läsa. Inget ändrades, och nytt försök görs vid nästa körning.");

    private static readonly Bilingual Unreachable = new(
        "Microsoft Graph cannot be reached. Nothing was changed; the next run tries again.",
        "Microsoft Graph går inte att nå. Inget ändrades, och nytt försök görs vid nästa körning.");

    private static readonly Bilingual NoIdentity = new(
        "Microsoft Entra gives Notify no token to sign in to Microsoft Graph with. See that the app has its managed identity; on a machine of your own, sign in with az login.",
        "Microsoft Entra ger Notify ingen biljett att logga in i Microsoft Graph med. Se till att appen har sin hanterade identitet; på en egen dator loggar du in med az login.");

    /// <summary>An answer that lacks what Graph documents.</summary>
    public static SourceException Unreadable(Exception? inner = null) => new(NotAsAgreed, inner);

    /// <summary>Graph asks for more patience than a run has.</summary>
    public static SourceException Busy(DateTimeOffset until)
    {
        var time = StockholmTime.ToLocal(until).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new(Bilingual.Of(
            $"Microsoft Graph is busy and asks us to wait until {time}. Nothing was changed; Notify goes on by itself.",
            $"Microsoft Graph är upptaget och ber oss vänta till {time}. Inget ändrades, och Notify fortsätter av sig självt."));
    }

    /// <summary>Graph refuses, or does not find.</summary>
    /// <param name="setting">The setting that says what was asked for.</param>
    public static SourceException Refused(int status, string setting) => new(status switch
    {
        401 or 403 => Bilingual.Of(
            $"Microsoft Graph refuses Notify access to {setting} ({status}). An administrator has to give the app's identity the permission that the README names; Notify then goes on by itself.",
            $"Microsoft Graph nekar Notify åtkomst till {setting} ({status}). En administratör behöver ge appens identitet den behörighet som står i README; sedan fortsätter Notify av sig självt."),
        404 => Bilingual.Of(
            $"Microsoft Graph does not find what {setting} names. Correct the setting, or give the app's identity access to it.",
            $"Microsoft Graph hittar inte det som {setting} anger. Rätta inställningen, eller ge appens identitet åtkomst."),
        _ => Bilingual.Of(
            $"Microsoft Graph answered with an error ({status}) to {setting}. Nothing was changed; the next run tries again.",
            $"Microsoft Graph svarade med ett fel ({status}) på {setting}. Inget ändrades, och nytt försök görs vid nästa körning."),
    });

    /// <summary>Anything but an answer of Graph's; null: nothing that is known to happen.</summary>
    public static SourceException? Translate(Exception error) => error switch
    {
        AuthenticationFailedException => new(NoIdentity, error),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } => Unreadable(error),
        HttpRequestException or OperationCanceledException => new(Unreachable, error),
        ClientException or IOException or JsonException or InvalidOperationException or FormatException or ArgumentException or InvalidDataException => Unreadable(error),
        _ => null,
    };

    /// <summary>Graph's answer in it; the last when it was asked several times. Null: there was none.</summary>
    public static ApiException? AnswerIn(Exception error) => error switch
    {
        ApiException answer => answer,
        AggregateException several => several.InnerExceptions.OfType<ApiException>().LastOrDefault(),
        _ => null,
    };

    /// <summary>Until when an answer asks to wait; a minute when it does not say.</summary>
    public static DateTimeOffset RetryAt(IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers, DateTimeOffset now)
    {
        var text = headers?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() ?? "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? now.AddSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? date
            : now.AddMinutes(1);
    }
}
