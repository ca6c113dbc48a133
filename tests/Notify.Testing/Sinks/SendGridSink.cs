using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notify.Testing.Sinks;

/// <summary>
/// SendGrid's <c>POST /v3/mail/send</c> on this machine, as it is documented. Delivers nothing; keeps what it took, fails as the
/// test says. On a real port, so that programs in processes of their own can use it.
/// </summary>
public sealed class SendGridSink : IAsyncDisposable
{
    private const int MaxBody = 30_000_000;

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentQueue<SinkMail> _taken = new();
    private readonly ConcurrentQueue<SinkLine> _lines = new();
    private int _requests;

    private SendGridSink(int port, TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 2 * MaxBody;
        });
        _app = builder.Build();
        _app.MapPost("/v3/mail/send", AnswerAsync);
    }

    /// <summary>The key that it asks for.</summary>
    public const string ApiKey = "SG.a-key-of-the-sink";

    /// <summary>What becomes of a request that is in order; takes everything unless told otherwise. May be called by several threads.</summary>
    public Func<SinkRequest, SinkAnswer> Script { get; set; } = _ => SinkAnswer.Take;

    /// <summary>Where it listens, for <c>Mail:SendGrid:Host</c>.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every mail it took, in order, as often as it took it.</summary>
    public IReadOnlyList<SinkMail> Taken => [.. _taken];

    /// <summary>Every request, in the order of the answers.</summary>
    public IReadOnlyList<SinkLine> Lines => [.. _lines];

    /// <summary>How many requests came, whatever became of them.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often each mail was taken, by its <c>notify_id</c>.</summary>
    public IReadOnlyDictionary<string, int> CountById => _taken.CountBy(m => m.Id).ToDictionary(StringComparer.Ordinal);

    /// <summary>Starts one.</summary>
    /// <param name="port">0: the system chooses. A port of before brings one back after an outage.</param>
    /// <param name="clock">For the times it notes; the real one unless given.</param>
    public static async Task<SendGridSink> StartAsync(int port = 0, TimeProvider? clock = null)
    {
        var sink = new SendGridSink(port, clock ?? TimeProvider.System);
        await sink._app.StartAsync();
        return sink;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync(); // Lets go of who hangs.
        await _app.DisposeAsync();
        _stopped.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var number = Interlocked.Increment(ref _requests) - 1;
        if (http.Request.Headers.Authorization != $"Bearer {ApiKey}")
        {
            await RefuseAsync(http, 401, "", ("The provided authorization grant is invalid, expired, or revoked", null));
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, 415, "", ("Content-Type should be application/json.", null));
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length >= MaxBody)
        {
            await RefuseAsync(http, 413, "", ("The JSON payload you have included in your request is too large.", null));
            return;
        }

        await AnswerAsync(http, number, body.ToArray());
    }

    private async Task AnswerAsync(HttpContext http, int number, byte[] body)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            await RefuseAsync(http, 400, "", ("Bad Request", null));
            return;
        }

        using (json)
        {
            var mail = MailOf(json.RootElement);
            (string, string?)[] errors = [.. SendGridRules.Errors(json.RootElement)];
            await (errors.Length > 0 ? RefuseAsync(http, 400, mail.Id, errors)
                : IsSandbox(json.RootElement) ? EndAsync(http, 200, mail.Id)
                : ActAsync(http, Script(new(number, mail.Id, mail.To, body, mail.At)), mail));
        }
    }

    private async Task ActAsync(HttpContext http, SinkAnswer answer, SinkMail mail)
    {
        if (answer.Takes)
        {
            _taken.Enqueue(mail);
        }

        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers.Append(name, value);
        }

        if (answer.Error is { } error)
        {
            await RefuseAsync(http, answer.Status, mail.Id, error);
            return;
        }

        _lines.Enqueue(new(mail.Id, mail.At, answer.Status, answer.Takes));
        if (answer.Status == 0)
        {
            await CutAsync(http, answer.Hangs);
            return;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.Headers["X-Message-Id"] = mail.MessageId;
    }

    private async Task CutAsync(HttpContext http, bool hangs)
    {
        if (hangs)
        {
            var gone = new TaskCompletionSource();
            using var left = http.RequestAborted.Register(gone.SetResult);
            using var stopped = _stopped.Token.Register(() => gone.TrySetResult());
            await gone.Task;
        }

        http.Abort();
    }

    private Task RefuseAsync(HttpContext http, int status, string id, params (string Message, string? Field)[] errors)
    {
        EndAsync(http, status, id);
        return http.Response.WriteAsJsonAsync(new { errors = errors.Select(e => new { message = e.Message, field = e.Field, help = (string?)null }) });
    }

    private Task EndAsync(HttpContext http, int status, string id)
    {
        _lines.Enqueue(new(id, _clock.GetUtcNow(), status, Taken: false));
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private SinkMail MailOf(JsonElement mail)
    {
        var envelopes = SendGridRules.List(mail, "personalizations");
        return new(
            Member(mail, "custom_args", "notify_id") ?? "",
            [.. envelopes.SelectMany(e => SendGridRules.List(e, "to")).Select(to => SendGridRules.Text(to, "email") ?? "")],
            SendGridRules.Text(mail, "subject") ?? "",
            [.. SendGridRules.List(mail, "categories").Select(c => c.ToString())],
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Member(mail, "headers", "Message-ID") ?? "",
            _clock.GetUtcNow());
    }

    private static string? Member(JsonElement mail, string member, string name) =>
        mail.ValueKind is JsonValueKind.Object && mail.TryGetProperty(member, out var found) ? SendGridRules.Text(found, name) : null;

    private static bool IsSandbox(JsonElement mail) =>
        mail.TryGetProperty("mail_settings", out var settings) && settings.TryGetProperty("sandbox_mode", out var sandbox)
        && sandbox.TryGetProperty("enable", out var enable) && enable.ValueKind is JsonValueKind.True;
}
