using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>What every decision of the agreements watch is taken in: the district, the moment and the rules.</summary>
public sealed record AgreementSituation(District District, DateTimeOffset Now, WorkingCalendar Calendar, AgreementsOptions Options)
{
    /// <summary>The day in Stockholm.</summary>
    public DateOnly Today => StockholmTime.DateOf(Now);

    /// <summary>The steps of an agreement: its own, or the configured ones.</summary>
    public RevisionSteps StepsOf(Agreement agreement) => new(agreement.RemindDays ?? Options.Steps, Options.OverdueEvery, Calendar);
}
