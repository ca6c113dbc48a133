using Notify.Core.Accounts;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Accounts;

/// <summary>What the directory says otherwise is told once, or taken.</summary>
public sealed class DifferenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_differs_is_one_mail_that_says_what_and_which_schools_would_be_misled()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind", "anna.lind@stad.example", "08-508 99 999");
        city.Directory.Say("bbbb", AccountState.Active, null, null, "08-508 88 888");
        await city.LookAsync("2026-03-02T10:00");
        await city.World.RunAsync();

        var mail = Assert.Single(city.World.Sent());
        Assert.Equal("samordnare@bromma.example", Assert.Single(mail.To).ToString());
        foreach (var said in (string[])["Anna Lind", "anna.lind@stad.example", "08-508 99 999", "08-508 22 000", "08-508 88 888", "Skola 98000001", "Skola 98000002"])
        {
            Assert.Contains(said, mail.Content.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_again_is_no_news_and_only_what_is_new_is_told()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind");
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T11:00");
        Assert.Single(await city.TellingAsync());

        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind", null, "08-508 99 999");
        await city.LookAsync("2026-03-02T12:00");

        var news = (await city.TellingAsync()).MaxBy(m => m.Sequence)!.Values.ToString();
        Assert.Contains("08-508 99 999", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Lind", news, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mended_and_broken_again_is_told_again()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind");
        await city.LookAsync("2026-03-02T10:00");
        city.Directory.Say("aaaa", AccountState.Active);
        await city.LookAsync("2026-03-02T11:00");
        Assert.Empty(await city.World.Get<AccountBook>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct));
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind");

        await city.LookAsync("2026-03-02T12:00");

        Assert.Equal(2, (await city.TellingAsync()).Count);
    }

    [Theory]
    [InlineData("08-50822000")]
    [InlineData("+46 8 508 22 000")]
    [InlineData("0046850822000")]
    [InlineData("+46 (0)8-508 22 000")]
    public async Task A_number_that_is_only_written_otherwise_does_not_differ(string phone)
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Active, " anna ", "ANNA@bromma.example", "070-000 00 00", phone);
        await city.LookAsync("2026-03-02T10:00");

        Assert.Empty(await city.TellingAsync());
    }

    [Fact]
    public async Task Where_configured_name_mail_and_phone_are_taken_and_stay_taken_in_every_import()
    {
        await using var city = await AccountsCity.StartAsync(takes: true);
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind", "anna.lind@stad.example", "08-508 99 999");

        await city.LookAsync("2026-03-02T10:00");
        await city.World.ImportAsync(AccountsCity.Register());

        var anna = await city.ContactAsync("anna");
        Assert.Equal(("Anna Lind", "anna.lind@stad.example", "08-508 99 999"), (anna.Name, anna.Email.ToString(), anna.Phone));
        Assert.Empty(await city.TellingAsync());
        var warning = Assert.Single((await city.World.Get<RegisterImport>().ImportAsync(AccountsCity.Register().Build(), new ImportRequest("file"), null, Ct)).Warnings);
        Assert.Equal("anna", warning.Value);
    }

    [Fact]
    public async Task A_value_that_no_mail_could_use_is_not_taken()
    {
        await using var city = await AccountsCity.StartAsync(takes: true);
        city.Directory.Say("aaaa", AccountState.Active, "=cmd", "no address", "\u0007");

        await city.LookAsync("2026-03-02T10:00");

        Assert.Equal(Rows.Contact("anna", DistrictCode.Parse("BROMMA")) with { EntraId = "aaaa" }, await city.ContactAsync("anna"));
    }

    [Fact]
    public async Task An_id_that_no_account_can_have_is_told_once_and_ends_nothing()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Say("aaaa", AccountState.Unreadable);
        await city.LookAsync("2026-03-02T10:00");
        await city.LookAsync("2026-03-02T12:00");

        Assert.Contains("unknown", Assert.Single(await city.TellingAsync()).Values.ToString(), StringComparison.Ordinal);
        Assert.All(await city.AssignmentsAsync("anna"), a => Assert.Null(a.Until));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_asked_changes_nothing_and_the_next_run_asks_again()
    {
        await using var city = await AccountsCity.StartAsync();
        city.Directory.Fault = new SourceException(new("down", "nere"));
        await Assert.ThrowsAsync<SourceException>(() => city.LookAsync("2026-03-02T10:00"));
        city.Directory.Fault = null;

        await city.LookAsync("2026-03-02T10:15");

        Assert.Equal(2, city.Directory.Asked);
    }

    [Fact]
    public async Task Each_district_has_a_mail_of_its_own_and_a_contact_who_is_no_longer_there_is_forgotten()
    {
        var register = AccountsCity.Register().District("ENSKEDE").Contact("doris", c => c with { EntraId = "dddd" }).School("98000020").Assign("doris");
        await using var city = await AccountsCity.StartAsync(register);
        city.Directory.Say("aaaa", AccountState.Active, "Anna Lind");
        city.Directory.Say("dddd", AccountState.Active, "Doris Lind");
        await city.LookAsync("2026-03-02T10:00");

        Assert.Single(await city.TellingAsync());
        Assert.Single(await city.World.WaitingAsync("ENSKEDE"), m => m.Kind == AccountsRun.Kind);
        await city.World.ImportAsync(AccountsCity.Register());
        await city.LookAsync("2026-03-02T11:00");
        Assert.Empty(await city.World.Get<AccountBook>().ReadAsync(DistrictCode.Parse("ENSKEDE"), Ct));
    }
}
