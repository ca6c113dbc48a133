using Notify.Local.Tests.Processes;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>How commands are given, and what is said to a wrong one.</summary>
public sealed class UsageTests(ContactChange change)
{
    [Fact]
    public async Task Help_names_every_command_and_the_options_they_share()
    {
        var help = (await ToldAsync("--help")).Ended(0).Out;

        Assert.All(
            ["serve", "sample", "import", "run", "plan", "announce", "baseline", "told", "restore", "status", "show", "retry", "cancel", "hold", "release", "preview", "--data", "--now", "--json", "--verbose"],
            word => Assert.Contains(word, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_a_command_names_its_options() =>
        Assert.Contains("--allow-mass-change", (await ToldAsync("import", "--help")).Ended(0).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("status --frobnicate", "--frobnicate")]
    [InlineData("status --now soon", "soon")]
    [InlineData("status --now 2026-02-30T10:00", "2026-02-30")]
    [InlineData("status --at 2026-03-02", "--school")]
    [InlineData("status --school 98000001 --at never", "never")]
    [InlineData("run --job sleep", "sleep")]
    [InlineData("plan --until 2020-01-01", "--until")]
    [InlineData("announce", "--district")]
    [InlineData("announce --district NOWHERE", "NOWHERE")]
    [InlineData("announce --district BROMMA --school 98000099", "98000099")]
    [InlineData("baseline --district NOWHERE", "NOWHERE")]
    [InlineData("restore --district NOWHERE", "NOWHERE")]
    [InlineData("restore --district BROMMA --to 77", "77 is not kept")]
    [InlineData("told --district BROMMA --school 98000099", "98000099")]
    [InlineData("told --district BROMMA --school 98000001 --at 2099-01-01", "--at")]
    [InlineData("show nothing-like-an-id", "nothing-like-an-id")]
    [InlineData("show BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa", "BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("preview love-letter", "love-letter")]
    [InlineData("preview contact-changed --language fi", "fi")]
    [InlineData("status --data no-such-folder", "no-such-folder")]
    public async Task Wrong_usage_is_one_line_that_says_what_and_changes_nothing(string command, string named)
    {
        var before = ReadStore();

        var said = await ToldAsync(command.Split(' '));

        Assert.Contains(named, said.Ended(2).Complaint, StringComparison.Ordinal);
        Assert.Equal(before, ReadStore());
    }

    [Fact]
    public async Task Wrong_settings_are_all_named_in_one_message()
    {
        var wrong = new Dictionary<string, string>
        {
            ["Contacts__SettleTime"] = "-1",
            ["Contacts__FallbackAfter"] = "two",
            ["Mail__Lease"] = "00:00:01",
            ["SendWindow__Start"] = "25:00",
            ["Import__MassChangePercent"] = "1000",
            ["Links__BaseUrl"] = "nowhere",
        };

        var said = (await NotifyProcess.RunAsync(change.City.Folder, ["status", "--data", "data"], wrong)).Ended(2).Complaint;

        Assert.All(wrong.Keys, name => Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_setting_stops_an_import_before_it_begins()
    {
        using var city = new City();
        city.Settings["Contacts__MaxSchools"] = "many";

        (await city.NotifyAsync("import", "register")).Ended(2);

        Assert.False(File.Exists(Path.Combine(city.Data, "notify.db")));
    }

    [Fact]
    public async Task The_sample_is_not_written_over_files_that_are_there()
    {
        using var city = new City();
        var before = File.ReadAllText(city.TableOf("schools"));

        Assert.Contains("register", (await city.NotifyAsync("sample", "register")).Ended(2).Complaint, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllText(city.TableOf("schools")));
    }

    private byte[] ReadStore() => File.ReadAllBytes(Path.Combine(change.City.Data, "notify.db"));

    private Task<Answer> ToldAsync(params string[] command) =>
        NotifyProcess.RunAsync(change.City.Folder, command.Contains("--data") ? command : [.. command, "--data", "data"]);
}
