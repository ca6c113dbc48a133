using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Adapters.Charts;

/// <summary>The radar in the mail that tells the result of a round.</summary>
public sealed class RadarPictures : IMailPictures
{
    private const double Tenth = 10;

    /// <inheritdoc/>
    public IReadOnlyList<MailPicture> PicturesIn(Notification notification) =>
        notification.Kind == FollowUpKinds.Result && notification.Values.Deserialize(MailValuesJson.Default.FollowUpResultMail) is { Axes.Count: > 0 } mail
            ? [new(FollowUpKinds.RadarPicture, "radar.png", "image/png", Draw(mail, notification.Language))]
            : [];

    private static byte[] Draw(FollowUpResultMail mail, Language language)
    {
        var axes = mail.Axes.Select(a => new RadarAxis(a.Name, a.Tenths / Tenth, a.TenthsBefore < 0 ? null : a.TenthsBefore / Tenth)).ToList();
        return language == Language.Swedish ? RadarChart.Draw(axes, "Nu", "Förra gången") : RadarChart.Draw(axes, "Now", "Last time");
    }
}

/// <summary>Registers the pictures.</summary>
public static class ChartsRegistration
{
    /// <summary>Adds the pictures of mails.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services) => services.AddSingleton<IMailPictures, RadarPictures>();
}
