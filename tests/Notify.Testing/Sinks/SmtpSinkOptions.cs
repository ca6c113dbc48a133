using System.Security.Cryptography.X509Certificates;

namespace Notify.Testing.Sinks;

/// <summary>What an <see cref="SmtpSink"/> offers.</summary>
public sealed record SmtpSinkOptions
{
    /// <summary>The certificate; with it STARTTLS is offered. Without one there is no TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether TLS comes before the first word, in place of STARTTLS.</summary>
    public bool TlsAtOnce { get; init; }

    /// <summary>The user whose name and password AUTH PLAIN and LOGIN ask for; null: no AUTH is offered and none needed.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The ways of AUTH that are offered.</summary>
    public string Mechanisms { get; init; } = "PLAIN LOGIN";

    /// <summary>The extensions named in answer to EHLO, beside STARTTLS and AUTH.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["PIPELINING", "SIZE 30000000", "8BITMIME", "ENHANCEDSTATUSCODES"];

    /// <summary>Whether the bytes of each mail are kept; without them a sink can take millions.</summary>
    public bool KeepsContent { get; init; } = true;

    /// <summary>What to do in place of the usual answer; null for the usual. Called by many connections at once.</summary>
    public Func<SmtpMoment, SmtpAct?> Script { get; init; } = static _ => null;

    /// <summary>Dates the mails.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
