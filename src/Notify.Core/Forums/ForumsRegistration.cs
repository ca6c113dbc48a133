using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>Registers the forums watch.</summary>
public static class ForumsRegistration
{
    private static readonly MailedStates<InviteeState> Invitees = new(
        ForumKinds.ToInvitees,
        ForumsKeys.InviteePrefix,
        ForumsJson.Default.InviteeState,
        state => ForumsKeys.Invitee(state.Forum, state.Invitee),
        InviteeOf,
        state => state.WaitingMails,
        InviteeOutcome.Of);

    private static readonly MailedStates<ForumState> Organisers = new(
        new HashSet<string> { ForumKinds.Attendees },
        ForumsKeys.ForumPrefix,
        ForumsJson.Default.ForumState,
        state => ForumsKeys.Forum(state.Id),
        mail => ForumsKeys.Forum(ForumsKeys.ForumIn(mail.Subject) ?? ""),
        state => state.List is { Outcome: not MailOutcome.Accepted } list ? [list.Mail] : [],
        (state, mail, _) => state.List is { } list && list.Mail == mail.Id && MailOutcomes.Of(mail) is var outcome && outcome != list.Outcome
            ? state with { List = list with { Outcome = outcome } }
            : state);

    /// <summary>Adds the job and its part in delivery. Needs all that <see cref="NotifyCore"/> adds.</summary>
    public static IServiceCollection AddForums(this IServiceCollection services, ForumsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ForumsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<ForumsJob>());
        services.AddWatchDelivery<ForumsJob, InviteeState>(Invitees);
        services.AddWatchDelivery<ForumsJob, ForumState>(Organisers);
        services.AddSingleton<IMailAttachments, ForumCalendar>();
        services.AddSingleton<ForumsCommands>().AddSingleton<ForumReplies>().AddSingleton<ForumsReader>().AddSingleton<ForumAttendance>();
        return services;
    }

    /// <summary>The values of a mail tell whose it is, so that its end touches one row.</summary>
    private static string InviteeOf(Notification mail) =>
        ForumsKeys.ForumIn(mail.Subject) is { } forum && mail.Values.Deserialize(MailValuesJson.Default.ForumMail) is { } values
            ? ForumsKeys.Invitee(forum, values.Invitee.Key)
            : ForumsKeys.InviteePrefix;
}
