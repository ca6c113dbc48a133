using System.Globalization;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2026-04-07", "sv", "tisdag 7 april 2026")]
    [InlineData("2026-04-07", "en", "Tuesday 7 April 2026")]
    [InlineData("2024-02-29", "sv", "torsdag 29 februari 2024")]
    [InlineData("2026-12-27", "sv", "söndag 27 december 2026")]
    public void A_day_is_written_out(string day, string language, string expected) =>
        Assert.Equal(expected, WrittenDate.Of(day, language));

    [Theory]
    [InlineData("")]
    [InlineData("7/4 2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-04-07T00:00:00")]
    public void What_is_no_day_is_refused(string day) =>
        Assert.Throws<FormatException>(() => WrittenDate.Of(day, "sv"));

    [Theory]
    [InlineData("")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_culture_of_the_machine_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("tisdag 7 april 2026", WrittenDate.Of("2026-04-07", "sv"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
