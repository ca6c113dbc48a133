using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Hangfire;
using Hangfire.Redis.StackExchange;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Scriban;

namespace Notify.Benchmarks.Peers;

/// <summary>The same mails by Hangfire on Redis, with MailKit and Scriban, as its documentation has it.</summary>
public static class HangfirePeer
{
    /// <summary>The argument that makes this program the peer.</summary>
    internal const string Verb = "--hangfire";

    private static readonly ConcurrentBag<SmtpClient> Connections = [];
    private static readonly HttpClient Client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
    private static readonly TaskCompletionSource Done = new();

    private static PeerMail mail = null!;
    private static (Template Subject, Template Text, Template Html) templates;
    private static string way = "";
    private static int port;
    private static int left;

    /// <summary>Queues the mails.</summary>
    internal static int Fill(int redis, int mails)
    {
        var jobs = new BackgroundJobClient(Storage(redis));
        Parallel.For(0, mails, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => jobs.Enqueue(() => SendAsync(i.ToString("x32", CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <summary>Sends what is queued.</summary>
    internal static async Task<int> WorkAsync(int redis, int mails, string by, int sink, int atOnce, string file)
    {
        (mail, way, port, left) = (PeerMail.Read(file), by, sink, mails);
        templates = (Template.ParseLiquid(mail.Subject), Template.ParseLiquid(mail.Text), Template.ParseLiquid(mail.Html));
        using (new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = atOnce }, Storage(redis)))
        {
            await Done.Task;
        }

        return 0;
    }

    /// <summary>A job: writes and sends one mail. Public, as Hangfire wants it.</summary>
    public static async Task SendAsync(string id)
    {
        var values = new { link = mail.Link, district = mail.District };
        var (subject, text, html) = (templates.Subject.Render(values), templates.Text.Render(values), templates.Html.Render(values));
        await (way == "smtp" ? MailAsync(id, subject, text, html) : PostAsync(id, subject, text, html));
        if (Interlocked.Decrement(ref left) == 0)
        {
            Done.SetResult();
        }
    }

    private static RedisStorage Storage(int redis) => new($"127.0.0.1:{redis.ToString(CultureInfo.InvariantCulture)}");

    private static async Task MailAsync(string id, string subject, string text, string html)
    {
        using var message = new MimeMessage { Subject = subject, Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("X-Notify-Id", id);
        var client = Connections.TryTake(out var kept) ? kept : await ConnectAsync();
        await client.SendAsync(message);
        Connections.Add(client);
    }

    private static async Task<SmtpClient> ConnectAsync()
    {
        var client = new SmtpClient();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await client.ConnectAsync(socket, "localhost", port, SecureSocketOptions.None);
        return client;
    }

    private static async Task PostAsync(string id, string subject, string text, string html)
    {
        using var answer = await Client.PostAsJsonAsync($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/v3/mail/send", new
        {
            from = new { email = mail.From },
            personalizations = new[] { new { to = new[] { new { email = mail.To } }, custom_args = new { notify_id = id } } },
            subject,
            content = new[] { new { type = "text/plain", value = text }, new { type = "text/html", value = html } },
        });
        answer.EnsureSuccessStatusCode();
    }
}
