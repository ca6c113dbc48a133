using System.Net.Sockets;

namespace Notify.Testing.Sinks;

/// <summary>One connection to an <see cref="SmtpSink"/>, from the greeting to its end.</summary>
internal sealed partial class SmtpSession(Socket socket, int number, SmtpSinkOptions options, SmtpSink sink) : IAsyncDisposable
{
    private SmtpWire _wire = new(new NetworkStream(socket, ownsSocket: true));
    private bool _isProtected;
    private bool _isAuthenticated;
    private string? _from;
    private List<string> _to = [];
    private int _mails;

    /// <summary>Serves the client until it or the script ends the connection.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            if (await DoAsync(SmtpPhase.Connect, "", () => (220, "sink ready"), ct) is Next.Go)
            {
                await ServeAsync(ct);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The client is gone, or the sink is.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _wire.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // There is nobody to take leave of.
        }
        finally
        {
            socket.Dispose();
        }
    }

    private async Task ServeAsync(CancellationToken ct)
    {
        if (options is { TlsAtOnce: true })
        {
            await ProtectAsync(ct);
        }

        while (await _wire.ReadLineAsync(ct) is { } line)
        {
            sink.Heard(line);
            if (await ObeyAsync(line, ct) is Next.Close)
            {
                return;
            }
        }
    }

    private ValueTask<Next> ObeyAsync(string line, CancellationToken ct)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = blank < 0 ? (line, "") : (line[..blank], line[(blank + 1)..]);
        return verb.ToUpperInvariant() switch
        {
            "EHLO" => DoAsync(SmtpPhase.Hello, rest, () => (250, string.Join('\n', ["sink", .. Extensions()])), ct),
            "HELO" => DoAsync(SmtpPhase.Hello, rest, () => (250, "sink"), ct),
            "STARTTLS" => StartTlsAsync(ct),
            "AUTH" => AuthenticateAsync(rest, ct),
            "MAIL" => DoAsync(SmtpPhase.Mail, AddressIn(rest), () => Begin(AddressIn(rest)), ct),
            "RCPT" => DoAsync(SmtpPhase.Recipient, AddressIn(rest), () => Add(AddressIn(rest)), ct),
            "DATA" => TakeAsync(ct),
            "RSET" => DoAsync(SmtpPhase.Reset, rest, Forget, ct),
            "QUIT" => QuitAsync(ct),
            _ => ActAsync(new SmtpAct.Answer(500, "5.5.2 Not a command of this sink"), ct),
        };
    }

    private IEnumerable<string> Extensions() =>
    [
        .. options.Extensions,
        .. options.Certificate is not null && !_isProtected ? ["STARTTLS"] : Array.Empty<string>(),
        .. options.User is not null ? [$"AUTH {options.Mechanisms}"] : Array.Empty<string>(),
    ];

    private (int Code, string Text) Begin(string from)
    {
        if (options.User is not null && !_isAuthenticated)
        {
            return (530, "5.7.0 Authentication required");
        }

        if (_from is not null)
        {
            return (503, "5.5.1 Nested MAIL");
        }

        (_from, _to) = (from, []);
        return (250, "2.1.0 OK");
    }

    private (int Code, string Text) Add(string to)
    {
        if (_from is null)
        {
            return (503, "5.5.1 MAIL first");
        }

        _to.Add(to);
        return (250, "2.1.5 OK");
    }

    private (int Code, string Text) Forget()
    {
        _from = null;
        return (250, "2.0.0 OK");
    }

    private async ValueTask<Next> TakeAsync(CancellationToken ct)
    {
        var isAgreed = false;
        var next = await DoAsync(SmtpPhase.Data, "", Agree, ct);
        if (!isAgreed || next is Next.Close)
        {
            return next;
        }

        if (await _wire.ReadContentAsync(ct) is not { } content)
        {
            return Next.Close;
        }

        return await DoAsync(SmtpPhase.Content, "", () => Take(content), ct);

        (int Code, string Text) Agree()
        {
            isAgreed = _from is not null && _to.Count > 0;
            return isAgreed ? (354, "Go on, end with a dot") : (503, "5.5.1 No recipient");
        }
    }

    private (int Code, string Text) Take(byte[] content)
    {
        var id = sink.Take(number, _from!, _to, content);
        _from = null;
        return (250, $"2.0.0 Ok: queued as {id}");
    }

    private async ValueTask<Next> QuitAsync(CancellationToken ct)
    {
        var next = await DoAsync(SmtpPhase.Quit, "", () => (221, "2.0.0 Bye"), ct);
        await _wire.FlushAsync(ct);
        return next is Next.Go ? Next.Close : next;
    }

    /// <summary>Does what the script says, or the usual.</summary>
    private async ValueTask<Next> DoAsync(SmtpPhase phase, string text, Func<(int Code, string Text)> usual, CancellationToken ct)
    {
        _mails += phase is SmtpPhase.Mail ? 1 : 0;
        var act = options.Script(new(phase, text, number, _mails));
        if (act is SmtpAct.After(var signal))
        {
            await signal.WaitAsync(ct);
            act = null;
        }

        if (act is null)
        {
            var (code, words) = usual();
            return await ActAsync(new SmtpAct.Answer(code, words), ct);
        }

        if (IsConsent(act, phase))
        {
            usual();
        }
        else if (phase is SmtpPhase.Content)
        {
            _from = null;
        }

        return await ActAsync(act, ct);
    }

    private static bool IsConsent(SmtpAct act, SmtpPhase phase) => act switch
    {
        SmtpAct.Answer(var code, _) => phase is SmtpPhase.Data ? code is 354 : code is >= 200 and < 300,
        SmtpAct.AnswerAndClose(var code, _) => phase is not SmtpPhase.Data && code is >= 200 and < 300,
        _ => act is SmtpAct.TakeAndDrop or SmtpAct.TakeAndHang,
    };

    private async ValueTask<Next> ActAsync(SmtpAct act, CancellationToken ct)
    {
        if (act is SmtpAct.Answer(var code, var text))
        {
            _wire.Answer(code, text);
            return Next.Go;
        }

        if (act is SmtpAct.AnswerAndClose(var lastCode, var lastText))
        {
            _wire.Answer(lastCode, lastText);
        }

        await _wire.FlushAsync(ct);
        if (act is SmtpAct.Hang or SmtpAct.TakeAndHang)
        {
            await _wire.DrainAsync(ct);
        }
        else if (act is SmtpAct.Drop { Reset: true } or SmtpAct.TakeAndDrop { Reset: true })
        {
            socket.LingerState = new(enable: true, seconds: 0); // Closing then is a reset.
        }

        return Next.Close;
    }

    private static string AddressIn(string text)
    {
        var (open, close) = (text.IndexOf('<', StringComparison.Ordinal), text.IndexOf('>', StringComparison.Ordinal));
        return open >= 0 && close > open ? text[(open + 1)..close] : text;
    }

    private enum Next
    {
        Go,
        Close,
    }
}
