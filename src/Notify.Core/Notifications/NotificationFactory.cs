using Notify.Core.Links;
using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>Makes notifications of what watches have decided to say.</summary>
public sealed class NotificationFactory(ILinkTokens tokens, LinkOptions options, TimeProvider clock)
{
    // The kinds that CONTRACT.md "Mail" marks as going to the coordinator: they have an account on the portal.
    private static readonly HashSet<string> ToCoordinator =
    [
        "contact-differs", "contact-missing", "agreement-conflict", "delivery-problem", "coordinator-digest",
        "register-proposals", "import-refused", "mass-change-held",
    ];

    /// <summary>The notification of a draft, queued. Its links are made here, once.</summary>
    /// <exception cref="ArgumentException">The draft has no recipient.</exception>
    public Notification Create(NotificationDraft draft)
    {
        if (draft.Recipients.Count == 0)
        {
            throw new ArgumentException($"A {draft.Kind} on {draft.Subject} without a recipient.", nameof(draft));
        }

        var now = clock.GetUtcNow();
        return new()
        {
            Id = draft.Id,
            Kind = draft.Kind,
            District = draft.District,
            Subject = draft.Subject,
            Sequence = draft.Sequence,
            Recipients =
            [
                .. draft.Recipients.Distinct().Select(address => new Recipient(address)),
                .. (draft.Copies ?? []).Except(draft.Recipients).Select(address => new Recipient(address, IsCopy: true)),
            ],
            Language = draft.Language,
            Values = draft.Values,
            Links = LinksOf(draft, now),
            CreatedAt = now,
            NotBefore = draft.NotBefore,
            Expires = draft.Expires,
            Urgent = draft.Urgent,
            State = NotificationState.Queued,
            History = [new(now, NotificationState.Queued, HistoryPhrases.Planned.With())],
        };
    }

    private Dictionary<string, Uri> LinksOf(NotificationDraft draft, DateTimeOffset now)
    {
        var links = new Dictionary<string, Uri>(StringComparer.Ordinal);
        if (draft.ReceiptSequence is { } sequence)
        {
            var expires = now.AddDays(options.LifetimeDays);
            links.Add("receipt", Reply(new(LinkPurpose.Receipt, draft.District, draft.Subject, sequence, expires)));
        }

        if (ToCoordinator.Contains(draft.Kind))
        {
            links.Add("portal", options.BaseUrl);
        }

        foreach (var link in draft.Links ?? [])
        {
            links.Add(link.Name, Address(link, draft.District, now));
        }

        return links;
    }

    private Uri Address(DraftLink link, DistrictCode district, DateTimeOffset now)
    {
        if (link is not DraftLink.Reply reply)
        {
            return ((DraftLink.Outside)link).Address;
        }

        var page = Reply(new(reply.Purpose, district, reply.Subject, reply.Sequence, now.AddDays(options.LifetimeDays)));
        return reply.Answer is { } answer ? new($"{page.AbsoluteUri}?answer={answer}") : page;
    }

    private Uri Reply(LinkToken token) => new($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/r/{tokens.Protect(token)}");
}
