using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Notify.Adapters.Smtp;

/// <summary>Opens connections that are ready for a mail: protected and authenticated as the options say.</summary>
internal sealed class SmtpConnector(SmtpOptions options, TimeProvider clock, RemoteCertificateValidationCallback? certificateCheck)
{
    private const string Section = SmtpOptions.SectionName;

    /// <summary>A connection, or why there is none now. Nothing here speaks against a mail: it can be tried later.</summary>
    /// <exception cref="OperationCanceledException">It was stopped, and not by a timeout.</exception>
    public async Task<(SmtpConnection? Connection, string? Failure)> OpenAsync(CancellationToken ct)
    {
        using var patience = new Patience(options.Timeout, clock, ct);
        SmtpConnection? connection = null;
        try
        {
            connection = new(await MailSocket.ConnectAsync(options.Host, options.Port, patience.Token), certificateCheck);
            patience.Renew();
            await connection.GreetAsync(options, patience.Token);
            patience.Renew();
            var failure = await AuthenticateAsync(connection, patience.Token);
            return failure is null ? (Hand(ref connection), null) : (null, failure);
        }
        catch (Exception e) when (ReasonOf(e, patience) is { } reason)
        {
            return (null, reason);
        }
        catch (Exception e) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("Stopped before the mail server was ready.", e, ct); // TLS may have wrapped it.
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private static SmtpConnection Hand(ref SmtpConnection? connection)
    {
        var opened = connection!;
        connection = null;
        return opened;
    }

    /// <summary>Why the server would not have the user; null when it would, or none is given.</summary>
    private async Task<string?> AuthenticateAsync(SmtpConnection connection, CancellationToken ct)
    {
        if (options.User.Length == 0)
        {
            return null;
        }

        try
        {
            await connection.AuthenticateAsync(options.User, options.Password, ct);
            return null;
        }
        catch (AuthenticationException e)
        {
            // Only the codes: some servers repeat the user in their text.
            var codes = e.InnerException is SmtpCommandException inner ? $" ({SmtpReply.Of(inner).Codes})" : "";
            return $"the mail server refuses {Section}:User with {Section}:Password{codes}";
        }
        catch (NotSupportedException)
        {
            return $"the mail server offers no authentication that could be used with {Section}:User";
        }
    }

    /// <summary>Null for what nobody expected, and for a stop.</summary>
    private string? ReasonOf(Exception e, Patience patience) => e switch
    {
        _ when patience.IsOver => $"the mail server ({Section}:Host) gave no answer within {options.Timeout:c}",
        _ when patience.Token.IsCancellationRequested => null,
        SocketException socket => $"the mail server ({Section}:Host, Port) cannot be reached: {socket.SocketErrorCode}",
        SslHandshakeException tls => SmtpReply.OneLine($"no TLS with the mail server ({Section}:Security): {(tls.InnerException ?? tls).Message}"),
        NotSupportedException => $"the mail server offers no STARTTLS, without which {Section}:Security lets no mail out",
        SmtpCommandException refused => $"the mail server is not ready: {SmtpReply.Of(refused).Reason}",
        IOException or ProtocolException => "the connection broke before the mail server was ready",
        _ => null,
    };
}
