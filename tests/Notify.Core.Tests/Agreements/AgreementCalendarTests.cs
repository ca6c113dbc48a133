using Ical.Net;
using Ical.Net.CalendarComponents;
using Notify.Core.Delivery;
using Notify.Testing.Agreements;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>The calendar file of a reminder, as another program reads it.</summary>
public sealed class AgreementCalendarTests
{
    [Fact]
    public async Task The_revision_day_is_an_all_day_entry_that_a_later_mail_moves()
    {
        await using var world = new AgreementsWorld("2026-11-02T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16"));
        await world.RunAsync();
        var (first, calendar) = Entry(Assert.Single(world.Sent()));
        await world.ImportAsync(AgreementsWorld.City("2027-03-15"));

        await world.RunAsync();

        var (moved, _) = Entry(Assert.Single(world.Sent()));
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.False(first.Start!.HasTime);
        Assert.Equal((new(2026, 11, 16), new DateOnly(2027, 3, 15)), (first.Start.Date, moved.Start!.Date));
        Assert.Equal(first.Uid, moved.Uid);
        Assert.True(moved.Sequence > first.Sequence);
        Assert.Contains("Överenskommelse A", first.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_agreements_in_one_mail_are_two_entries_with_names_of_their_own()
    {
        await using var world = new AgreementsWorld("2026-11-02T09:00");
        await world.ImportAsync(AgreementsWorld.City("2026-11-16").Agreement("B", b => b with { NextRevision = AgreementsWorld.Day("2026-11-16") }));

        await world.RunAsync();

        var file = Assert.Single(Assert.Single(world.Sent()).Attachments!);
        Assert.Equal(2, Calendar.Load(file.Text)!.Events.Select(e => e.Uid).Distinct().Count());
    }

    private static (CalendarEvent Entry, Calendar Calendar) Entry(MailMessage mail)
    {
        var file = Assert.Single(mail.Attachments!);
        var calendar = Calendar.Load(file.Text)!;
        return (Assert.Single(calendar.Events), calendar);
    }
}
