using System.Globalization;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Local.Sample;

/// <summary>The forums of all districts, on working days.</summary>
internal static class SampleForums
{
    private static readonly string[] Places = ["Stadsdelsförvaltningen, stora samlingssalen", "Digitalt möte", "Stadsdelsförvaltningen, rum Eken"];

    /// <summary>In the order of the plans.</summary>
    public static IReadOnlyList<Forum> Create(SampleDays days) =>
    [
        .. ForumPlans.All.GroupBy(p => p.District).SelectMany(g => g.Select((plan, place) => Row(plan, place, days))),
    ];

    private static Forum Row(ForumPlan plan, int place, SampleDays days)
    {
        var district = SampleDistricts.Of(plan.District);
        var day = days.WorkdayIn(plan.Day);
        var starts = new TimeOnly(plan.Kind == ForumKind.Lecture ? 8 : 13, 30);
        var isAhead = plan.Day > 0;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"F-{plan.District}-{place + 1:00}"),
            district.Key,
            plan.Kind,
            plan.Title,
            StockholmTime.At(day, starts),
            StockholmTime.At(day, starts.AddHours(plan.Kind == ForumKind.Lecture ? 3 : 2)),
            Places[(district.Number + place) % Places.Length],
            plan.Audience ?? (plan.Kind == ForumKind.Steering ? "group:" + SteeringGroups.IdOf(plan.District) : "all"),
            TypesOf(plan.Kind),
            plan.Capacity,
            "Samordnare skola–socialtjänst, " + district.Name,
            district.Address("samordnare.skola"),
            isAhead && plan.Kind != ForumKind.Steering ? day.AddDays(-7) : null,
            (isAhead, plan.IsCancelled) switch
            {
                (_, true) => ForumStatus.Cancelled,
                (true, _) => ForumStatus.Planned,
                _ => ForumStatus.Held,
            },
            plan.Agenda);
    }

    // As CONTRACT.md has it for a forum that does not say.
    private static SchoolType[] TypesOf(ForumKind kind) => kind switch
    {
        ForumKind.Local or ForumKind.Lecture => [SchoolType.Compulsory, SchoolType.UpperSecondary],
        ForumKind.Transition => [SchoolType.Preschool, SchoolType.Compulsory],
        _ => Enum.GetValues<SchoolType>(),
    };
}
