using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Agreements;
using Notify.Core.Audit;
using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Materials;

namespace Notify.Browser.Tests.World;

/// <summary>What some of those who got a mail have answered; the others have not.</summary>
internal sealed class Answers(IServiceProvider services, IReadOnlyList<MailMessage> mails)
{
    /// <summary>Every third answers.</summary>
    public async Task GiveAsync()
    {
        foreach (var mail in EveryThird(ForumKinds.Invitation))
        {
            var reply = new ForumReplyForm(ForumReply.Yes, "Kim Ekdahl, skolkurator\nAlex Lindvall", "Vi kommer gärna.");
            await services.GetRequiredService<ForumReplies>().AnswerAsync(Links.TokenIn(mail, services), reply, default);
        }

        foreach (var mail in EveryThird(MaterialKinds.Published))
        {
            var receipts = services.GetRequiredService<MaterialReceipts>();
            var view = await receipts.ViewAsync(Links.TokenIn(mail, services), default);
            await receipts.ConfirmAsync(Links.TokenIn(mail, services), [.. view!.Items.Select(i => i.Key)], default);
        }

        foreach (var mail in EveryThird(AgreementKinds.Reminder))
        {
            var replies = services.GetRequiredService<AgreementReplies>();
            var view = (await replies.ViewAsync(Links.TokenIn(mail, services), default))!;
            await replies.AnswerAsync(Links.TokenIn(mail, services), new(AnswerKind.UnderWay, view.Today.AddDays(60), "", "Robin Åkerhielm", view.Answers), default);
        }
    }

    /// <summary>A coordinator has done something in the portal.</summary>
    public async Task ActAsync()
    {
        var trail = services.GetRequiredService<AuditTrail>();
        var row = await trail.BeginAsync("Sam Lindh", "job.run", "/jobs", null, default);
        await trail.EndAsync(row, AuditOutcome.Done, "contacts", default);
    }

    private IEnumerable<MailMessage> EveryThird(string kind) => mails.Where(m => m.Kind == kind).Index().Where(m => m.Index % 3 == 0).Select(m => m.Item);
}
