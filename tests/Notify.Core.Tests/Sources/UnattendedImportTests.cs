using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Sources;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Sources;

public sealed class UnattendedImportTests
{
    private static readonly SourceDelivery List = new("lists", "SharePoint");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_right_becomes_the_register_and_the_history_names_where_it_came_from()
    {
        await using var world = await CityAsync();

        var outcome = await ImportAsync(world, City().Contact("berit").Assign("berit"));

        Assert.True(outcome.IsTaken);
        var history = await world.Get<RegisterHistory>().ContactsOnAsync(SchoolUnitCode.Parse("98000001"), new DateOnly(2026, 3, 2), Ct);
        Assert.Equal("SharePoint", Assert.Single(history).Source);
        var state = await StateAsync(world);
        Assert.Equal((world.Clock.GetUtcNow(), (Refusal?)null), (state.Changed, state.Refusal));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_is_no_change_of_the_register()
    {
        await using var world = await CityAsync();
        await ImportAsync(world, City().Contact("berit").Assign("berit"));
        var before = await StateAsync(world);
        world.At("2026-03-02T10:15");

        await ImportAsync(world, City().Contact("berit").Assign("berit"));

        Assert.Equal(before, await StateAsync(world));
    }

    [Fact]
    public async Task Errors_leave_the_register_as_it_was_and_each_coordinator_is_told_once_however_often_they_come()
    {
        await using var world = await CityAsync();
        var broken = Broken(City().Contact("berit").Assign("berit"));

        var outcome = await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);
        await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);

        Assert.False(outcome.IsTaken);
        Assert.Equal("anna", (await world.Get<RegisterStore>().ContentAsync(Ct)).Assignments!.Single().Contact);
        var mail = Assert.Single(await world.WaitingAsync());
        Assert.Equal(SourceMails.Refused, mail.Kind);
        Assert.Contains("contacts", mail.Values.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await StateAsync(world)).Sequence);
    }

    [Fact]
    public async Task Mended_and_broken_again_is_told_again()
    {
        await using var world = await CityAsync();
        var broken = Broken(City().Contact("berit").Assign("berit"));
        await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);
        await ImportAsync(world, City());
        Assert.Null((await StateAsync(world)).Refusal);

        await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);

        Assert.Equal(2, (await world.WaitingAsync()).Count(n => n.Kind == SourceMails.Refused));
    }

    [Fact]
    public async Task What_would_empty_a_district_waits_for_a_person_and_what_they_let_pass_is_what_they_saw()
    {
        await using var world = await CityAsync();
        await world.ImportAsync(Many(9));
        var import = world.Get<UnattendedImport>();
        var book = world.Get<SourceBook>();
        var raw = Raw(Many(4));

        Assert.False((await import.ImportAsync(raw, List, Ct)).IsTaken);
        var held = (await StateAsync(world)).Refusal!;
        Assert.True(held.IsHeld);
        Assert.Equal(SourceMails.MassChangeHeld, Assert.Single(await world.WaitingAsync(), n => n.Kind.StartsWith("mass", StringComparison.Ordinal)).Kind);
        Assert.False(await book.LetPassAsync("lists", "another mark", Ct));
        Assert.True(await book.LetPassAsync("lists", held.Mark, Ct));

        Assert.False((await import.ImportAsync(Raw(Many(2)), List, Ct)).IsTaken);
        await book.LetPassAsync("lists", (await StateAsync(world)).Refusal!.Mark, Ct);
        Assert.True((await import.ImportAsync(Raw(Many(2)), List, Ct)).IsTaken);

        Assert.Equal(2, (await world.Get<RegisterStore>().ContentAsync(Ct)).Schools!.Count);
    }

    [Fact]
    public async Task A_stop_before_the_mail_is_planned_is_made_good_by_the_next_run_with_the_same_mail()
    {
        await using var world = await CityAsync();
        var broken = Broken(City());
        await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);
        var planned = Assert.Single(await world.WaitingAsync()).Id;
        await world.Get<SourceBook>().ChangeAsync("lists", s => s with { Refusal = s.Refusal! with { IsTold = false } }, Ct);

        await world.Get<UnattendedImport>().ImportAsync(broken, List, Ct);

        Assert.Equal(planned, Assert.Single(await world.WaitingAsync()).Id);
        Assert.True((await StateAsync(world)).Refusal!.IsTold);
    }

    private static RegisterBuilder City() => RegisterBuilder.City().District("BROMMA").School("98000001").Contact("anna");

    private static RegisterBuilder Many(int schools) => Enumerable.Range(1, schools).Aggregate(
        RegisterBuilder.City().District("BROMMA").Contact("anna"), (city, n) => city.School($"9800000{n}").Assign("anna"));

    private static async Task<ContactsWorld> CityAsync()
    {
        var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(City().Assign("anna"));
        await world.RunAsync();
        return world;
    }

    private static Task<UnattendedOutcome> ImportAsync(ContactsWorld world, RegisterBuilder city) => world.Get<UnattendedImport>().ImportAsync(Raw(city), List, Ct);

    private static Task<SourceState> StateAsync(ContactsWorld world) => world.Get<SourceBook>().ReadAsync("lists", Ct);

    private static RawRegister Raw(RegisterBuilder city) => new(RegisterWriter.Write(city.Build()), [], []);

    /// <summary>A contact without its address.</summary>
    private static RawRegister Broken(RegisterBuilder city)
    {
        var raw = Raw(city);
        return raw with { Tables = [.. raw.Tables.Select(t => t.Name != "contacts" ? t : t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Contains('@', StringComparison.Ordinal) ? "" : c)] })] })] };
    }
}
