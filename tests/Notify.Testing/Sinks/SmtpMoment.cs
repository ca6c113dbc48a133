namespace Notify.Testing.Sinks;

/// <summary>What a client has just done, and an <see cref="SmtpSink"/> is about to answer.</summary>
/// <param name="Text">The rest of the command: with MAIL and RCPT the address alone, else what follows the verb.</param>
/// <param name="Connection">Which connection since the start, from 1.</param>
/// <param name="Mail">Which MAIL command on this connection, from 1; 0 before the first.</param>
public sealed record SmtpMoment(SmtpPhase Phase, string Text, int Connection, int Mail);

/// <summary>The steps of a connection at which an <see cref="SmtpSink"/> can be told to do something else.</summary>
public enum SmtpPhase
{
    /// <summary>It has connected, and awaits the greeting; before TLS where that comes first.</summary>
    Connect,

    /// <summary>EHLO or HELO.</summary>
    Hello,

    /// <summary>STARTTLS.</summary>
    StartTls,

    /// <summary>AUTH with its credentials.</summary>
    Auth,

    /// <summary>MAIL FROM.</summary>
    Mail,

    /// <summary>RCPT TO, one of them.</summary>
    Recipient,

    /// <summary>DATA, before the content.</summary>
    Data,

    /// <summary>The final dot has come, the mail is not yet taken.</summary>
    Content,

    /// <summary>RSET.</summary>
    Reset,

    /// <summary>QUIT.</summary>
    Quit,
}

/// <summary>What an <see cref="SmtpSink"/> does in place of the answer it would give.</summary>
public abstract record SmtpAct
{
    /// <summary>Answers this; a refusal has the effect that it says. The lines are separated by <c>\n</c>.</summary>
    public sealed record Answer(int Code, string Text) : SmtpAct;

    /// <summary>Answers this and closes, as a server that is stopping.</summary>
    public sealed record AnswerAndClose(int Code, string Text) : SmtpAct;

    /// <summary>Says nothing and closes; by RST instead of FIN if so wished.</summary>
    public sealed record Drop(bool Reset = false) : SmtpAct;

    /// <summary>Says nothing until the client goes away or the sink is disposed.</summary>
    public sealed record Hang : SmtpAct;

    /// <summary>Does the usual, but not before the task is done.</summary>
    public sealed record After(Task Signal) : SmtpAct;

    /// <summary>Takes the mail, and closes without a word. Only in <see cref="SmtpPhase.Content"/>.</summary>
    public sealed record TakeAndDrop(bool Reset = false) : SmtpAct;

    /// <summary>Takes the mail, and says nothing until the client goes away. Only in <see cref="SmtpPhase.Content"/>.</summary>
    public sealed record TakeAndHang : SmtpAct;
}
