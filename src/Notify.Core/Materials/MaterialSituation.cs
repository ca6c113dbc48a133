using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Materials;

/// <summary>What every decision of the materials watch is taken in: the district, the moment and the rules.</summary>
public sealed record MaterialSituation(District District, DateTimeOffset Now, WorkingCalendar Calendar, MaterialsOptions Options)
{
    /// <summary>The day in Stockholm.</summary>
    public DateOnly Today => StockholmTime.DateOf(Now);

    /// <summary>When somebody who was told then is reminded.</summary>
    public DateTimeOffset ReminderDue(DateTimeOffset toldAt) => Calendar.DueAfter(StockholmTime.DateOf(toldAt), Options.RemindAfter);
}
