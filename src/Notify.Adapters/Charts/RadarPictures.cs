using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;

namespace Notify.Adapters.Charts;

/// <summary>
/// The radar in the mail that tells the result of a round. Where nothing can be drawn (the drawing library's own code is missing on this
/// machine), the mail goes without: it has the figures in a table, and words in the picture's place.
/// </summary>
public sealed partial class RadarPictures(ILogger<RadarPictures> logger) : IMailPictures
{
    private const double Tenth = 10;

    /// <inheritdoc/>
    public IReadOnlyList<MailPicture> PicturesIn(Notification notification)
    {
        if (notification.Kind != FollowUpKinds.Result || notification.Values.Deserialize(MailValuesJson.Default.FollowUpResultMail) is not { Axes.Count: > 0 } mail)
        {
            return [];
        }

        try
        {
            return [new(FollowUpKinds.RadarPicture, "radar.png", "image/png", Draw(mail, notification.Language))];
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            LogUndrawn(logger, e, notification.Id);
            return [];
        }
    }

    private static byte[] Draw(FollowUpResultMail mail, Language language)
    {
        var axes = mail.Axes.Select(a => new RadarAxis(a.Name, a.Tenths / Tenth, a.TenthsBefore < 0 ? null : a.TenthsBefore / Tenth)).ToList();
        return language == Language.Swedish ? RadarChart.Draw(axes, "Nu", "Förra gången") : RadarChart.Draw(axes, "Now", "Last time");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id}: its picture cannot be drawn on this machine; it goes without")]
    private static partial void LogUndrawn(ILogger logger, Exception exception, NotificationId id);
}

/// <summary>Registers the pictures.</summary>
public static class ChartsRegistration
{
    /// <summary>Adds the pictures of mails and pages.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services) => services.AddSingleton<IMailPictures, RadarPictures>().AddSingleton<ITrendPictures, TrendPictures>();
}
