using Notify.Core.Templates;
using Notify.Local.Tests.Processes;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>Every kind of mail can be looked at before it is ever sent.</summary>
public sealed class PreviewTests(ContactChange change)
{
    public static TheoryData<string> Kinds => [.. new BuiltInTemplates().Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_has_a_text_and_an_HTML_part_in_both_languages(string kind)
    {
        var swedish = (await PreviewAsync(kind)).Out;
        var english = (await PreviewAsync(kind, "--language", "en", "--json")).Json;

        Assert.DoesNotContain("{{", swedish, StringComparison.Ordinal);
        Assert.NotEqual(swedish.Split('\n')[0], english.GetProperty("mail").GetProperty("subject").GetString());
        Assert.Contains("<html lang=\"en\"", english.GetProperty("mail").GetProperty("html").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_HTML_part_can_be_kept_as_a_page() =>
        Assert.StartsWith("<!DOCTYPE html", (await PreviewAsync("contact-changed", "--html")).Out, StringComparison.OrdinalIgnoreCase);

    private async Task<Answer> PreviewAsync(params string[] arguments) =>
        (await NotifyProcess.RunAsync(change.City.Folder, ["preview", .. arguments])).Ended(0);
}
