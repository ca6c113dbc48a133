using Notify.Core.Agreements;
using Notify.Core.Time;
using Notify.Testing.Agreements;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>When mails are due: CONTRACT.md "Time".</summary>
public sealed class RevisionStepsTests
{
    private static readonly WorkingCalendar Calendar = new(new SendWindowOptions());
    private static readonly RevisionSteps Steps = new([90, 30, 14, 7, 0], 7, Calendar);

    [Theory]
    [InlineData("2026-11-16", -30, "2026-10-16T07:00")] // a Saturday, so the Friday before
    [InlineData("2026-11-16", -14, "2026-11-02T07:00")]
    [InlineData("2026-06-20", 0, "2026-06-18T07:00")] // Midsummer's Eve and Day are no working days
    [InlineData("2026-12-18", 7, "2026-12-28T07:00")] // Christmas: the next working day
    [InlineData("2026-03-30", -1, "2026-03-27T07:00")] // the clocks change in between
    [InlineData("2026-10-26", 0, "2026-10-26T07:00")]
    public void A_step_ahead_goes_on_the_last_working_day_before_and_an_overdue_one_on_the_next(string revision, int step, string due) =>
        Assert.Equal(ContactsWorld.Moment(due), Steps.DueOf(AgreementsWorld.Day(revision), step));

    [Theory]
    [InlineData("2026-08-01T12:00", null)]
    [InlineData("2026-08-18T06:59", null)]
    [InlineData("2026-08-18T07:00", -90)]
    [InlineData("2026-11-10T12:00", -7)]
    [InlineData("2026-11-16T06:59", -7)]
    [InlineData("2026-11-16T07:00", 0)]
    [InlineData("2026-11-22T12:00", 0)]
    [InlineData("2026-11-23T07:00", 7)]
    [InlineData("2027-11-16T07:00", 364)]
    public void Of_the_steps_that_are_due_only_the_latest_counts(string now, int? step) =>
        Assert.Equal(step, Steps.LatestDue(AgreementsWorld.Day("2026-11-16"), ContactsWorld.Moment(now)));

    [Theory]
    [InlineData("2026-08-01T12:00", "2026-08-18T07:00")]
    [InlineData("2026-11-09T07:00", "2026-11-16T07:00")]
    [InlineData("2026-11-16T07:00", "2026-11-23T07:00")]
    [InlineData("2026-12-21T07:00", "2026-12-28T07:00")]
    public void There_is_always_a_next_step(string now, string due) =>
        Assert.Equal(ContactsWorld.Moment(due), Steps.NextDue(AgreementsWorld.Day("2026-11-16"), ContactsWorld.Moment(now)));

    [Theory]
    [InlineData("2025-09-01", 12, "2026-09-01")]
    [InlineData("2024-02-29", 12, "2025-02-28")] // no such day that year
    [InlineData("2024-02-29", 48, "2028-02-29")] // counted from the signing, not from year to year
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2025-12-31", 2, "2026-02-28")]
    [InlineData("2025-10-31", 1, "2025-11-30")]
    public void An_interval_is_counted_in_calendar_months_from_the_day_of_signing__GLPI_6004(string signing, int months, string revision)
    {
        var agreement = Rows.Agreement("A", new()) with { SignedOn = AgreementsWorld.Day(signing), IntervalMonths = months };

        Assert.Equal(AgreementsWorld.Day(revision), RevisionDay.Of(agreement, AgreementsWorld.Day("2026-01-01")));
    }

    [Fact]
    public void The_day_that_the_register_gives_goes_before_the_interval()
    {
        var agreement = Rows.Agreement("A", new()) with { NextRevision = AgreementsWorld.Day("2027-03-15") };

        Assert.Equal(AgreementsWorld.Day("2027-03-15"), RevisionDay.Of(agreement, AgreementsWorld.Day("2026-01-01")));
    }

    [Theory]
    [InlineData("2019-05-20", "2026-03-02", "2026-05-20")]
    [InlineData("2019-05-20", "2026-05-20", "2026-05-20")]
    [InlineData("2019-05-20", "2026-05-21", "2027-05-20")]
    [InlineData("2026-01-10", "2026-03-02", "2027-01-10")]
    [InlineData("2024-02-29", "2026-03-02", "2027-02-28")]
    [InlineData(null, "2026-03-02", "2027-03-02")]
    public void As_needed_still_gets_a_check_on_the_anniversary_of_the_signing(string? signing, string since, string check)
    {
        var agreement = Rows.Agreement("A", new()) with { IntervalMonths = null, SignedOn = signing is null ? null : AgreementsWorld.Day(signing) };

        Assert.Equal(AgreementsWorld.Day(check), RevisionDay.Of(agreement, AgreementsWorld.Day(since)));
    }
}
