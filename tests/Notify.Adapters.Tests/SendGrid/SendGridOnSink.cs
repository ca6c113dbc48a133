using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.SendGrid;
using Notify.Testing.Sinks;

namespace Notify.Adapters.Tests.SendGrid;

/// <summary>Transports to servers on this machine.</summary>
internal static class SendGridOnSink
{
    /// <summary>A clock that stands in another year than the servers' own.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static SendGridTransport To(string host, TimeSpan? timeout = null, bool sandbox = false, string key = SendGridSink.ApiKey, ILogger<SendGridTransport>? logger = null) =>
        new(
            new() { Host = host, ApiKey = key, Sandbox = sandbox, Timeout = timeout ?? TimeSpan.FromSeconds(30) },
            new FakeTimeProvider(Now),
            logger ?? NullLogger<SendGridTransport>.Instance);

    public static SendGridTransport To(SendGridSink sink, bool sandbox = false, string key = SendGridSink.ApiKey) =>
        To(sink.Address.ToString(), sandbox: sandbox, key: key);
}
