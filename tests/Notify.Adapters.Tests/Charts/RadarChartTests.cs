using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Notify.Adapters.Charts;
using Notify.Core.FollowUps;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;
using SkiaSharp;
using Xunit;

namespace Notify.Adapters.Tests.Charts;

public sealed class RadarChartTests
{
    private static readonly RadarAxis[] Axes = [.. Enumerable.Range(1, 8).Select(n => new RadarAxis($"Område {n}", 90, 40))];

    /// <summary>The picture of the sample, which the README shows; <c>NOTIFY_UPDATE_GOLDEN=1</c> draws it anew.</summary>
    [Fact]
    public void The_mail_that_tells_a_result_carries_its_radar()
    {
        var picture = Assert.Single(new RadarPictures(NullLogger<RadarPictures>.Instance).PicturesIn(Mail(FollowUpKinds.Result)));

        Assert.Equal(("radar@notify", "radar.png", "image/png"), (picture.ContentId, picture.FileName, picture.MediaType));
        using var bitmap = SKBitmap.Decode(picture.Content.Span);
        Assert.True(bitmap.Width >= 1000, $"{bitmap.Width} pixels are too few for a print");
        Assert.True(picture.Content.Length < 200_000, $"{picture.Content.Length} bytes are many for a mail");
        if (Environment.GetEnvironmentVariable("NOTIFY_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(InRoot("docs/images/radar.png"), picture.Content.ToArray());
        }

        Assert.True(File.Exists(InRoot("docs/images/radar.png")));
    }

    [Fact]
    public void Other_mails_carry_none() => Assert.Empty(new RadarPictures(NullLogger<RadarPictures>.Instance).PicturesIn(Mail(FollowUpKinds.Open)));

    [Fact]
    public void The_same_figures_give_the_same_picture() => Assert.Equal(RadarChart.Draw(Axes, "Nu", "Förra gången"), RadarChart.Draw(Axes, "Nu", "Förra gången"));

    /// <summary>Along the first axis, upwards from the middle: filled until this time's line, and darker there than what is around.</summary>
    [Fact]
    public void In_grey_this_time_is_a_thick_dark_line_around_a_filled_shape()
    {
        using var bitmap = SKBitmap.Decode(RadarChart.Draw(Axes, "Nu", "Förra gången"));

        // A little off the spoke, which has a colour of its own.
        var upwards = Enumerable.Range(0, (int)(100 * bitmap.Width / 380.0)).Select(step => Grey(bitmap.GetPixel((bitmap.Width / 2) - 9, (bitmap.Height / 2) - step))).ToList();

        var line = upwards.FindLastIndex(g => g < 60);
        Assert.True(line > 100, "no dark line");
        Assert.InRange(upwards[line - 12], 150, 235);
        Assert.True(upwards[line + 12] > 240, "white outside of the shape");
    }

    /// <summary>Marks on the axes that can be compared, and no line past the one that cannot.</summary>
    [Fact]
    public void A_new_axis_is_not_compared()
    {
        var partly = Axes.Select((a, place) => place == 0 ? a with { Before = null } : a).ToList();

        Assert.True(IsDarkAt(Axes, 0));
        Assert.False(IsDarkAt(partly, 0));
        Assert.True(IsDarkAt(partly, 4));
    }

    /// <summary>Whether something dark stands where the first (or the opposite) axis had 40 before.</summary>
    private static bool IsDarkAt(IReadOnlyList<RadarAxis> axes, int place)
    {
        using var bitmap = SKBitmap.Decode(RadarChart.Draw(axes, "Nu", "Förra gången"));
        var (middle, unit) = (bitmap.Height / 2, bitmap.Width / 380.0);
        var row = middle + (int)((place == 0 ? -40 : 40) * unit);
        return Enumerable.Range(row - 14, 28).Any(y => Enumerable.Range((bitmap.Width / 2) - 14, 28).Any(x => Grey(bitmap.GetPixel(x, y)) < 60));
    }

    private static int Grey(SKColor colour) => (int)((0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue));

    private static Notification Mail(string kind)
    {
        var (district, to) = (DistrictCode.Parse("KUNGSHOLMEN"), EmailAddress.Parse("samordnare.kungsholmen@stad.example"));
        var values = new BuiltInTemplates().Sample(kind, "sv").Values;
        return new()
        {
            Id = NotificationId.Of(district, kind, "followup:U1", 1, [to], values),
            Kind = kind,
            District = district,
            Subject = "followup:U1",
            Sequence = 1,
            Recipients = [new(to)],
            Language = Language.Swedish,
            TemplateVersion = "",
            Values = JsonSerializer.SerializeToElement(values),
            Links = new Dictionary<string, Uri>(),
            CreatedAt = default,
            NotBefore = default,
            State = NotificationState.Queued,
            History = [],
        };
    }

    private static string InRoot(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..")), path);
}
