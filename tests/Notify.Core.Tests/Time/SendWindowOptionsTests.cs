using Microsoft.Extensions.Options;
using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

public sealed class SendWindowOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(new SendWindowOptions().Validate());

    [Theory]
    [InlineData("Mon,Tue,Wed,Thu,Fri", "")]
    [InlineData("monday; SUN", "2026-12-21..2027-01-06")]
    [InlineData("Wed", "2026-05-15..2026-05-15")] // a single day
    [InlineData("Mon", "2026-06-15..2026-08-14;2026-10-26..2026-10-30, 2026-12-21..2027-01-06\t2027-02-22..2027-02-26")]
    [InlineData("Mon,Tue,Wed,Thu,Fri,Sat,Sun", "2026-03-02..2027-03-02")] // 366 days
    public void Days_and_quiet_ranges_are_read_with_any_separator(string days, string quiet) =>
        Assert.Empty(new SendWindowOptions { Days = days, Quiet = quiet }.Validate());

    [Theory]
    [InlineData("Mon..Fri", "", "SendWindow:Days")]
    [InlineData("1", "", "SendWindow:Days")]
    [InlineData("Mon,Freitag", "", "SendWindow:Days")]
    [InlineData(" , ", "", "SendWindow:Days")]
    [InlineData("Mon", "2026-12-21", "SendWindow:Quiet")]
    [InlineData("Mon", "2026-12-21..", "SendWindow:Quiet")]
    [InlineData("Mon", "2026-12-21..2027-02-30", "SendWindow:Quiet")]
    [InlineData("Mon", "2027-01-06..2026-12-21", "SendWindow:Quiet")]
    [InlineData("Mon,Tue,Wed,Thu,Fri,Sat,Sun", "2026-03-02..2027-03-03", "SendWindow:Quiet")] // 367 days
    [InlineData("Mon,Tue,Wed,Thu,Fri", "2026-01-01..2026-08-31 2026-09-01..2027-03-31", "SendWindow:Quiet")] // together
    [InlineData("Mon,Tue,Wed,Thu,Fri", "2026-01-01..9999-12-31", "SendWindow:Quiet")]
    [InlineData("Mon,Tue,Wed,Thu,Fri", "0001-01-01..2026-12-31", "SendWindow:Quiet")]
    public void What_cannot_be_used_is_an_error_with_the_name_and_what_is_allowed(string days, string quiet, string name)
    {
        var error = Assert.Single(new SendWindowOptions { Days = days, Quiet = quiet }.Validate());

        Assert.StartsWith(name, error, StringComparison.Ordinal);
        Assert.Contains("allowed: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(6)]
    public void The_window_must_end_after_it_starts(int hour)
    {
        var error = Assert.Single(new SendWindowOptions { End = new TimeOnly(hour, 0) }.Validate());

        Assert.Equal($"SendWindow:End is 0{hour}:00:00; allowed: after SendWindow:Start (07:00:00), at most 23:59:59.", error);
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var options = new SendWindowOptions { End = new TimeOnly(6, 0), Days = "Mån", Quiet = "jul 2026-12-21" };

        var refused = Assert.Throws<OptionsValidationException>(() => new WorkingCalendar(options));

        Assert.Collection(
            refused.Failures,
            error => Assert.Contains("SendWindow:End", error, StringComparison.Ordinal),
            error => Assert.Contains("'Mån'", error, StringComparison.Ordinal),
            error => Assert.Contains("'jul'", error, StringComparison.Ordinal),
            error => Assert.Contains("'2026-12-21'", error, StringComparison.Ordinal));
    }
}
