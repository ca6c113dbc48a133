using System.Text.Json;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Testing.Delivery;

/// <summary>Notifications as tests need them: to a school in Bromma, planned on a Monday at 10.</summary>
public static class Sample
{
    /// <summary>Monday 2 March 2026, 10:00 in Stockholm: the send window is open.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));

    /// <summary>The district of all of them.</summary>
    public static readonly DistrictCode District = DistrictCode.Parse("BROMMA");

    /// <summary>The principal.</summary>
    public static readonly EmailAddress Principal = EmailAddress.Parse("rektor@skola.example");

    /// <summary>The school's functional address.</summary>
    public static readonly EmailAddress School = EmailAddress.Parse("skolan@skola.example");

    /// <summary>A queued notification, due on Monday at 10; each sequence number gives one of its own.</summary>
    public static Notification Notification(long sequence = 1, params EmailAddress[] to)
    {
        IReadOnlyList<EmailAddress> addresses = to.Length == 0 ? [Principal, School] : to;
        var values = JsonDocument.Parse($$"""{"school_name":"Ålstens skola","n":{{sequence}}}""").RootElement;
        return new()
        {
            Id = NotificationId.Of(District, "contact-changed", "school:98000007", sequence, addresses, values),
            Kind = "contact-changed",
            District = District,
            Subject = "school:98000007",
            Sequence = sequence,
            Recipients = [.. addresses.Select(a => new Recipient(a))],
            Language = Language.Swedish,
            Values = values,
            Links = new Dictionary<string, Uri>(),
            CreatedAt = Monday,
            NotBefore = Monday,
            State = NotificationState.Queued,
            History = [new(Monday, NotificationState.Queued, "planned")],
        };
    }
}
