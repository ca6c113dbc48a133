using Notify.Core.Notifications;

namespace Notify.Web.Api;

/// <summary>A mail as lists show it.</summary>
/// <param name="Subject">What it is about, as <c>school:98000007</c>.</param>
/// <param name="About">The name of that.</param>
/// <param name="State">A send that is under way shows as what it was before.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="NotBefore">Not sent before.</param>
public sealed record NotificationItem(
    string Id, string Kind, string District, string Subject, string About, NotificationState State, DateTimeOffset CreatedAt, DateTimeOffset NotBefore,
    IReadOnlyList<string> Recipients)
{
    /// <summary>The item of a brief.</summary>
    public static NotificationItem Of(NotificationBrief n, string about) => new(
        n.Id.ToString(), n.Kind, n.District.ToString(), n.Subject, about, n.State, n.CreatedAt, n.NotBefore, [.. n.Recipients.Select(r => r.Address.ToString())]);
}
