using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>The day on which an agreement is to be revised, by what the register says of it.</summary>
public static class RevisionDay
{
    /// <summary>An agreement that is revised "as needed" is still looked at once a year (SEED-FACTS C18).</summary>
    public const int YearlyCheck = 12;

    /// <summary>
    /// The day that the register gives, or else so many calendar months after it was signed. As needed: the first anniversary of
    /// the signing since the agreement was first seen; the check of a year long past is not asked for.
    /// </summary>
    /// <param name="since">When the watch first saw the agreement; the base where no day of signing is known.</param>
    public static DateOnly Of(Agreement agreement, DateOnly since)
    {
        if (agreement.NextRevision is { } given)
        {
            return given;
        }

        var signed = agreement.SignedOn ?? since;
        return agreement.IntervalMonths is { } months ? signed.AddMonths(months) : Anniversary(signed, since);
    }

    // Counted from the signing each time: an agreement of 29 February is checked on 29 February where there is one.
    private static DateOnly Anniversary(DateOnly signed, DateOnly since)
    {
        var years = Math.Max(1, since.Year - signed.Year);
        var day = signed.AddMonths(years * YearlyCheck);
        return day < since ? signed.AddMonths((years + 1) * YearlyCheck) : day;
    }
}
