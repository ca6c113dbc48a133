using System.Net.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Smtp;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

/// <summary>A transport and the mail server it talks to. Time stands still for the transport until a test moves it.</summary>
internal sealed class SmtpStage : IAsyncDisposable
{
    public static readonly EmailAddress Head = EmailAddress.Parse("rektor@skola.example");
    public static readonly EmailAddress School = EmailAddress.Parse("skolan@skola.example");

    public SmtpStage(SmtpSinkOptions? sink = null, SmtpOptions? options = null, RemoteCertificateValidationCallback? check = null, ILogger<SmtpTransport>? logger = null)
    {
        Sink = SmtpSink.Start(sink);
        Options = options ?? new() { Security = SmtpSecurity.None };
        Options.Host = Options.Host.Length == 0 ? Sink.Host : Options.Host;
        Options.Port = Sink.Port;
        Assert.Empty(Options.Validate());
        Transport = new(Options, Clock, logger ?? NullLogger<SmtpTransport>.Instance, check);
    }

    public SmtpStage(Func<SmtpMoment, SmtpAct?> script)
        : this(new SmtpSinkOptions { Script = script })
    {
    }

    public SmtpSink Sink { get; }

    public SmtpOptions Options { get; }

    public SmtpTransport Transport { get; }

    public FakeTimeProvider Clock { get; } = new(new(2026, 7, 1, 8, 30, 0, TimeSpan.Zero));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>For a script to say that it was reached; what waits for it goes on beside the script, not in it.</summary>
    public static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Bounded, so that a hang is a failure.</summary>
    public async Task<SendOutcome> SendAsync(MailMessage mail) =>
        await Transport.SendAsync(mail, Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);

    /// <summary>Lets time go on, a step at a time, until the task is done.</summary>
    public async Task<T> PassAsync<T>(Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Ct.ThrowIfCancellationRequested();
            Clock.Advance(step);
            await Task.Yield();
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await Transport.DisposeAsync();
    }
}
