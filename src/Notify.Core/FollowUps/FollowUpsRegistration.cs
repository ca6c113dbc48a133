using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>Registers the follow-up watch.</summary>
public static class FollowUpsRegistration
{
    private static readonly MailedStates<RespondentState> Respondents = new(
        FollowUpKinds.ToRespondents,
        FollowUpsKeys.RespondentPrefix,
        FollowUpsJson.Default.RespondentState,
        state => state.Key,
        mail => FollowUpsKeys.Respondent(FollowUpsKeys.RoundIn(mail.Subject)!, mail.Recipients[0].Address),
        state => state.WaitingMails,
        FollowUpOutcome.Of);

    private static readonly MailedStates<RoundState> Rounds = new(
        FollowUpKinds.OfRounds,
        FollowUpsKeys.RoundPrefix,
        FollowUpsJson.Default.RoundState,
        state => FollowUpsKeys.Round(state.Id),
        mail => FollowUpsKeys.Round(FollowUpsKeys.RoundIn(mail.Subject)!),
        state => state.WaitingMails,
        FollowUpOutcome.Of);

    /// <summary>Adds the job and its part in delivery. Needs all that <see cref="NotifyCore"/> adds.</summary>
    public static IServiceCollection AddFollowUps(this IServiceCollection services, FollowUpsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<FollowUpsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<FollowUpsJob>());
        services.AddWatchDelivery<FollowUpsJob, RespondentState>(Respondents);
        services.AddWatchDelivery<FollowUpsJob, RoundState>(Rounds);
        services.AddSingleton<FollowUpReplies>().AddSingleton<FollowUpsReader>().AddSingleton<FollowUpsCommands>();
        return services;
    }
}
