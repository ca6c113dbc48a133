using System.Globalization;
using Notify.Core.Notifications;
using Notify.Core.Time;

namespace Notify.Local.Tests.TwoYears;

/// <summary>A mail about agreements, as the table shows it.</summary>
internal sealed class SentMail(Notification mail)
{
    /// <summary>When it was taken.</summary>
    public DateTimeOffset At => mail.History.First(h => h.State == NotificationState.Accepted).At;

    /// <summary>Its kind.</summary>
    public string Kind => mail.Kind;

    /// <summary>The agreements in it, each with the day it is about and how far off that is.</summary>
    public IReadOnlyList<string> Items => [.. mail.Values.GetProperty("agreements").EnumerateArray().Select(a => Item(a.GetProperty("id").GetString()!, a.GetProperty("day").GetString()!))];

    /// <summary>The line of the table.</summary>
    /// <param name="groups">The names of steering groups by their members.</param>
    public string Line(IReadOnlyDictionary<string, string> groups)
    {
        var to = string.Join(' ', mail.Recipients.Where(r => !r.IsCopy).Select(r => r.Address.ToString()).Order(StringComparer.Ordinal));
        var copies = string.Concat(mail.Recipients.Where(r => r.IsCopy).Select(r => $" + cc {r.Address}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{StockholmTime.ToLocal(At):yyyy-MM-dd ddd HH:mm}  {Kind["agreement-".Length..],-9} {string.Join(" · ", Items)} → {groups.GetValueOrDefault(to, to)}{copies}");
    }

    private string Item(string id, string day)
    {
        var days = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - StockholmTime.DateOf(At).DayNumber;
        return $"{id} ({day}, {(days == 0 ? "today" : days > 0 ? $"{days} ahead" : $"{-days} overdue")})";
    }
}
