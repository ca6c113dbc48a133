using Notify.Core.Register;

namespace Notify.Core.Agreements;

/// <summary>One agreement, as pages and status show it: the register beside what has been answered.</summary>
/// <param name="Facts">What the register says.</param>
public sealed record AgreementRow(
    DistrictCode District, AgreementFacts Facts, AgreementState State, Standing Standing, AgreementStage Stage, int OverdueDays)
{
    /// <summary>The register's row.</summary>
    public Agreement Agreement => Facts.Agreement;

    /// <summary>Whether the register was given an older day than the answer: a human must look.</summary>
    public bool IsInConflict => Stage != AgreementStage.Ended && Standing.Answer == AnswerStanding.Conflict;

    /// <summary>On how many days it was overdue between the two, both included.</summary>
    /// <param name="today">Up to which the present time overdue is counted.</param>
    public int OverdueIn(DateOnly first, DateOnly last, DateOnly today) =>
        (State.Overdue ?? []).Append(Stage == AgreementStage.Ended ? null : State.Clock?.Until(today)).OfType<OverdueTime>().Sum(t => t.DaysIn(first, last));
}

/// <summary>How an agreement stands: the one word that says most.</summary>
public enum AgreementStage
{
    /// <summary>In force, and its day is far off.</summary>
    InTime,

    /// <summary>Reminders have begun.</summary>
    Soon,

    /// <summary>It is being revised.</summary>
    UnderWay,

    /// <summary>Its day has passed.</summary>
    Overdue,

    /// <summary>It is no longer in force.</summary>
    Ended,
}

/// <summary>The agreements that a district leads.</summary>
/// <param name="Rows">By the day that counts, the ended last.</param>
public sealed record DistrictAgreements(District District, IReadOnlyList<AgreementRow> Rows);

/// <summary>The proof that agreements are revised on time.</summary>
/// <param name="InForce">Agreements that have not ended, those under revision included.</param>
/// <param name="Overdue">Those of them whose day has passed.</param>
/// <param name="OverdueDays">By how many days, together.</param>
public sealed record AgreementsProof(int InForce, int Overdue, int OverdueDays)
{
    /// <summary>The proof over agreements; each counts once, in the district that leads it.</summary>
    public static AgreementsProof Of(IEnumerable<AgreementRow> rows)
    {
        var inForce = rows.Where(r => r.Stage != AgreementStage.Ended).ToList();
        return new(inForce.Count, inForce.Count(r => r.OverdueDays > 0), inForce.Sum(r => r.OverdueDays));
    }
}

/// <summary>Days overdue in a month.</summary>
/// <param name="Month">Its first day.</param>
public sealed record OverdueMonth(DateOnly Month, int Days)
{
    /// <summary>The last months, the present one last.</summary>
    public static IReadOnlyList<OverdueMonth> Of(IReadOnlyCollection<AgreementRow> rows, DateOnly today, int months)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        return
        [
            .. Enumerable.Range(1 - months, months).Select(present.AddMonths).Select(month =>
                new OverdueMonth(month, rows.Sum(r => r.OverdueIn(month, month.AddMonths(1).AddDays(-1), today)))),
        ];
    }
}
