using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Notify.Benchmarks.Pipeline;

/// <summary>The most that a sender could reach here: one mail that is written already, pushed again and again under other ids, with nothing noted anywhere.</summary>
internal static class Ceiling
{
    /// <summary>The argument that makes this program the ceiling.</summary>
    public const string Verb = "--ceiling";

    /// <summary>Pushes the mail.</summary>
    public static async Task<int> RunAsync(string way, int port, int mails, int atOnce, string file)
    {
        var ids = new ConcurrentQueue<string>(Enumerable.Range(0, mails).Select(i => i.ToString("x32", CultureInfo.InvariantCulture)));
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = atOnce });
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => way == "smtp" ? MailAsync(port, ids, file) : PostAsync(client, port, ids, file))));
        return 0;
    }

    private static async Task MailAsync(int port, ConcurrentQueue<string> ids, string file)
    {
        using var message = await MimeMessage.LoadAsync(file);
        using var client = new SmtpClient();

        // With Nagle's algorithm the last piece of a mail would wait 40 ms for the sink's delayed acknowledgement.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await client.ConnectAsync(socket, "localhost", port, SecureSocketOptions.None);
        while (ids.TryDequeue(out var id))
        {
            message.MessageId = $"{id}@stad.example";
            message.Headers["X-Notify-Id"] = id;
            await client.SendAsync(message);
        }

        await client.DisconnectAsync(quit: true);
    }

    private static async Task PostAsync(HttpClient client, int port, ConcurrentQueue<string> ids, string file)
    {
        var (before, after) = await BodyAsync(file);
        var address = new Uri($"http://127.0.0.1:{port}/v3/mail/send");
        while (ids.TryDequeue(out var id))
        {
            using var body = new ByteArrayContent([.. before, .. Encoding.ASCII.GetBytes(id), .. after]);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync(address, body);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<(byte[] Before, byte[] After)> BodyAsync(string file)
    {
        using var message = await MimeMessage.LoadAsync(file);
        const string place = "THE-ID";
        var body = JsonSerializer.Serialize(new
        {
            from = new { email = message.From.Mailboxes.Single().Address },
            personalizations = new[] { new { to = message.To.Mailboxes.Select(m => new { email = m.Address }), custom_args = new { notify_id = place } } },
            subject = message.Subject,
            content = new[] { new { type = "text/plain", value = message.TextBody }, new { type = "text/html", value = message.HtmlBody } },
        });
        var at = body.IndexOf(place, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(body[..at]), Encoding.UTF8.GetBytes(body[(at + place.Length)..]));
    }
}
