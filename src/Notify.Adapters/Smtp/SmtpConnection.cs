using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;

namespace Notify.Adapters.Smtp;

/// <summary>A connection that carries one mail after the other. MAIL and RCPT go out together where the server allows it (RFC 2920).</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly Socket _socket;
    private SmtpExchange? _exchange;

    /// <param name="socket">Connected; belongs to the connection from now on.</param>
    /// <param name="certificateCheck">In place of the normal check; null in production.</param>
    public SmtpConnection(Socket socket, RemoteCertificateValidationCallback? certificateCheck)
    {
        _socket = socket;
        ServerCertificateValidationCallback = certificateCheck;
    }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset IdleSince { get; set; }

    /// <summary>Whether it can be used again as far as can be seen: a server that closes it, or says that it will, makes it readable.</summary>
    public bool IsQuiet => IsConnected && !_socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Greets the server; over TLS where the options say so.</summary>
    public Task GreetAsync(SmtpOptions options, CancellationToken ct) =>
        ConnectAsync(_socket, options.Host, options.Port, options.Security switch
        {
            SmtpSecurity.StartTls => MailKit.Security.SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => MailKit.Security.SecureSocketOptions.SslOnConnect,
            _ => MailKit.Security.SecureSocketOptions.None,
        }, ct);

    /// <summary>Gives one mail to the server.</summary>
    /// <returns>The text of its answer to the whole mail.</returns>
    public Task<string> HandOverAsync(SmtpExchange exchange, MimeMessage message, MailMessage mail, CancellationToken ct)
    {
        _exchange = exchange;
        return SendAsync(
            MimeComposer.Format, message, new MailboxAddress(string.Empty, mail.From.Address.ToString()),
            mail.Everyone.Select(to => new MailboxAddress(string.Empty, to.ToString())), ct, exchange);
    }

    /// <summary>Takes leave of the server, and closes.</summary>
    /// <param name="ct">Closes without leave.</param>
    public async Task QuitAsync(CancellationToken ct)
    {
        await DisconnectAsync(quit: true, ct);
        Dispose();
    }

    /// <summary>Nothing to prepare: the body is quoted-printable, which every server takes, and must stay as it was composed.</summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }

    /// <inheritdoc/>
    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        _exchange?.SenderAccepted();

    /// <inheritdoc/>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (_exchange?.CanDoWithout(mailbox.Address, SmtpReply.Of(response)) is not true)
        {
            base.OnRecipientNotAccepted(message, mailbox, response); // Throws; MailKit then abandons the mail by RSET.
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _socket.Dispose(); // When it broke before MailKit took it over.
        }
    }
}
