using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using Notify.Core.Delivery;

namespace Notify.Adapters.Smtp;

/// <summary>
/// One mail on its way over one connection, and what the answers come to.
/// <para>
/// Whether a broken connection may have delivered the mail hangs on the final dot. MailKit reports every piece of the content
/// after it was written to its buffer, and writes the dot only after the last piece: as long as fewer bytes are reported than
/// the content has, the dot cannot have left. From then on it may have, so that a mail without an answer counts as unanswered.
/// The reported bytes include the dots that are doubled, so the end may be believed to be near a little early, never late.
/// </para>
/// </summary>
internal sealed class SmtpExchange(MailMessage mail, Patience patience) : ITransferProgress
{
    /// <summary>
    /// RFC 5321, 4.5.3.2.6: the answer to the dot is worth waiting for longer than any other, since who gives up too early
    /// sends the mail twice.
    /// </summary>
    private const int SpansForTheDot = 4;

    private readonly List<(RefusedRecipient Recipient, SmtpReply Reply)> _refused = [];
    private bool _senderAccepted;
    private bool _dotMayHaveLeft;

    /// <summary>Whether the server had given up the connection before it was asked anything: the mail can go another way unharmed.</summary>
    public bool FoundItClosed { get; private set; }

    /// <summary>Whether both sides agree that the next mail may begin.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Gives the mail to the server.</summary>
    /// <exception cref="OperationCanceledException">It was stopped, and not by a timeout.</exception>
    public async Task<SendOutcome> RunAsync(SmtpConnection connection, MimeMessage message)
    {
        try
        {
            var text = await connection.HandOverAsync(this, message, mail, patience.Token);
            return Answered(new(250, text));
        }
        catch (SmtpCommandException e)
        {
            return Answered(SmtpReply.Of(e), e.ErrorCode is SmtpErrorCode.SenderNotAccepted);
        }
        catch (ServiceNotAuthenticatedException e)
        {
            return new SendOutcome.Transient($"the mail server wants {SmtpOptions.SectionName}:User and Password: {SmtpReply.OneLine(e.Message)}");
        }
        catch (Exception e) when (patience.IsOver && e is OperationCanceledException or IOException or ProtocolException)
        {
            return Unanswered("no answer in time");
        }
        catch (Exception e) when (e is IOException or ProtocolException && !patience.Token.IsCancellationRequested)
        {
            FoundItClosed = !_senderAccepted;
            return Unanswered("the connection broke");
        }
        catch (Exception e) when (e is IOException or ProtocolException)
        {
            throw new OperationCanceledException("Stopped while a mail was handed over.", e, patience.Token);
        }
    }

    /// <summary>MAIL FROM was accepted.</summary>
    public void SenderAccepted()
    {
        _senderAccepted = true;
        patience.Renew();
    }

    /// <summary>RCPT TO was refused.</summary>
    /// <returns>Whether the mail can go to the others.</returns>
    public bool CanDoWithout(string address, SmtpReply reply)
    {
        patience.Renew();
        var recipient = mail.Everyone.First(to => to.ToString() == address);
        _refused.Add((new(recipient, reply.Reason, reply.IsPermanent && reply.IsAboutTheAddress), reply));
        return reply.Code is not SmtpReply.Closing && (reply.IsPermanent || mail.IsLastAttempt);
    }

    /// <inheritdoc/>
    public void Report(long bytesTransferred, long totalSize)
    {
        _dotMayHaveLeft = bytesTransferred >= totalSize;
        patience.Renew(_dotMayHaveLeft ? SpansForTheDot : 1);
    }

    /// <inheritdoc/>
    public void Report(long bytesTransferred) => Report(bytesTransferred, 0);

    private SendOutcome Answered(SmtpReply reply, bool aboutTheSender = false)
    {
        IsSettled = reply.Code is not SmtpReply.Closing;
        FoundItClosed = !IsSettled && !_senderAccepted;
        return !IsSettled ? new SendOutcome.Transient(reply.Reason)
            : _dotMayHaveLeft && reply.IsPositive ? new SendOutcome.Accepted(reply.QueueId, [.. _refused.Select(r => r.Recipient)])
            : !aboutTheSender && _refused.Count == mail.Everyone.Count ? NobodyAccepted()
            : reply.IsPermanent ? new SendOutcome.Permanent(reply.Reason)
            : new SendOutcome.Transient(reply.Reason);
    }

    private SendOutcome NobodyAccepted()
    {
        var postponed = _refused.Find(r => !r.Reply.IsPermanent).Reply;
        var isOver = postponed is null || (mail.IsLastAttempt && _refused.Exists(r => r.Reply.IsPermanent));
        return isOver
            ? new SendOutcome.Permanent(_refused[0].Recipient.Reason) { Refused = [.. _refused.Select(r => r.Recipient)] }
            : new SendOutcome.Transient(postponed!.Reason);
    }

    private SendOutcome Unanswered(string reason) => _dotMayHaveLeft
        ? new SendOutcome.Unanswered($"{reason} after the whole mail was given")
        : new SendOutcome.Transient($"{reason} before the whole mail was given");
}
