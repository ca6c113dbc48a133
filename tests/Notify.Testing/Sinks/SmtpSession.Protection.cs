using System.Net.Security;
using System.Text;

namespace Notify.Testing.Sinks;

/// <content>STARTTLS and AUTH.</content>
internal sealed partial class SmtpSession
{
    private async ValueTask<Next> StartTlsAsync(CancellationToken ct)
    {
        if (options.Certificate is null || _isProtected)
        {
            _wire.Answer(502, "5.5.1 Not offered");
            return Next.Go;
        }

        var isAgreed = false;
        var next = await DoAsync(SmtpPhase.StartTls, "", () => { isAgreed = true; return (220, "2.0.0 Go on"); }, ct);
        if (isAgreed)
        {
            await _wire.FlushAsync(ct);
            await ProtectAsync(ct);
        }

        return next;
    }

    private async Task ProtectAsync(CancellationToken ct)
    {
        var tls = new SslStream(_wire.Stream);
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = options.Certificate }, ct);
        }
        catch (System.Security.Authentication.AuthenticationException e)
        {
            throw new IOException("The client would not have the certificate.", e);
        }

        // With TLS at once the greeting has waited until now.
        (_wire, _isProtected) = (_wire.Over(tls), true);
    }

    private async ValueTask<Next> AuthenticateAsync(string rest, CancellationToken ct)
    {
        var words = rest.Split(' ');
        var (user, password) = words[0].ToUpperInvariant() switch
        {
            "PLAIN" => Plain(words.Length > 1 ? Decoded(words[1]) : await AskAsync("", ct)),
            "LOGIN" => (words.Length > 1 ? Decoded(words[1]) : await AskAsync("Username:", ct), await AskAsync("Password:", ct)),
            _ => ("", ""),
        };
        return await DoAsync(SmtpPhase.Auth, words[0], () => Admit(user, password), ct);
    }

    private (int Code, string Text) Admit(string user, string password)
    {
        _isAuthenticated = options.User is not null && user == options.User && password == options.Password;
        return _isAuthenticated ? (235, "2.7.0 Welcome") : (535, $"5.7.8 Not {user}");
    }

    private static (string User, string Password) Plain(string credentials) =>
        credentials.Split('\0') is [_, var user, var password] ? (user, password) : ("", "");

    private async Task<string> AskAsync(string question, CancellationToken ct)
    {
        _wire.Answer(334, Convert.ToBase64String(Encoding.UTF8.GetBytes(question)));
        return Decoded(await _wire.ReadLineAsync(ct) ?? "");
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
