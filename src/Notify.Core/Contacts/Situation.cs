using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>What every decision of the contacts watch is taken in: the district, the moment and the rules.</summary>
public sealed record Situation(District District, DateTimeOffset Now, WorkingCalendar Calendar, ContactsOptions Options)
{
    /// <summary>The district's reception, as a school without a contact is told it.</summary>
    public Holder Fallback { get; } = new(
        HolderRole.Fallback, "", ContactKind.Function, District.FallbackName, "", District.FallbackEmail, District.FallbackPhone);
}
