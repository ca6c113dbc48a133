using System.Text.Json.Nodes;
using Notify.Adapters.Graph;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Testing.Graph;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Adapters.Tests.Graph;

public sealed class SharePointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_become_the_register_and_the_history_names_them()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(30).Contact("anna").Assign("anna", school: "98000001"));
        world.Server.PageSize = 7;

        await world.Source().RunAsync(Ct);

        var register = await world.RegisterAsync();
        Assert.Equal((30, "anna"), (register.Schools!.Count, register.Assignments!.Single().Contact));
        var history = await world.City.Get<RegisterHistory>().ContactsOnAsync(SchoolUnitCode.Parse("98000001"), new DateOnly(2026, 3, 2), Ct);
        Assert.Equal("SharePoint", Assert.Single(history).Source);
        Assert.Equal(5, world.Server.Lines.Count(l => l.Path.Contains("list-schools", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_has_changed_it_is_one_request_a_list_and_no_import()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(30));
        await world.Source().RunAsync(Ct);
        var version = (await world.City.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version;
        var state = await world.StateAsync();
        world.Server.Forget();

        await world.Source().RunAsync(Ct);

        Assert.Equal(world.Server.Lists.Count, world.Server.Lines.Count);
        Assert.Equal((version, state), ((await world.City.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version, await world.StateAsync()));
    }

    [Fact]
    public async Task What_changes_comes_and_goes_is_all_that_is_read()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(30).Contact("anna").Contact("berit").Assign("anna", school: "98000001"));
        await world.Source().RunAsync(Ct);
        world.Server.PageSize = 1;
        world.Server.Forget();
        world.List("assignments").Put(1, ("district", "BROMMA"), ("school", "98000001"), ("contact", "berit"), ("role", "primary"));
        world.List("assignments").Put(2, ("district", "BROMMA"), ("school", "98000002"), ("contact", "anna"), ("role", "primary"));
        world.List("schools").Remove(30);

        await world.Source().RunAsync(Ct);

        var register = await world.RegisterAsync();
        Assert.Equal(["berit", "anna"], register.Assignments!.OrderBy(a => a.School.ToString()).Select(a => a.Contact));
        Assert.Equal(29, register.Schools!.Count);
        Assert.Equal(world.Server.Lists.Count + 1, world.Server.Lines.Count);
    }

    [Fact]
    public async Task Twenty_thousand_items_are_read_and_noted_and_one_change_of_them_is_one_request()
    {
        await using var world = await GraphWorld.StartAsync(store: new InMemoryRecordStore());
        world.Fill(City(20_000));
        world.Server.PageSize = 1_000;

        await world.Source().RunAsync(Ct);

        Assert.Equal(20_000, (await world.RegisterAsync()).Schools!.Count);
        world.Server.Forget();
        world.List("schools").Put(7, ("code", "98000007"), ("name", "Nya skolan"), ("provider", "municipal"), ("districts", "BROMMA"), ("email", "nya@stad.example"));
        await world.Source().RunAsync(Ct);
        Assert.Equal("Nya skolan", (await world.RegisterAsync()).Schools!.Single(s => s.Code.ToString() == "98000007").Name);
        Assert.Equal(world.Server.Lists.Count, world.Server.Lines.Count);
    }

    [Fact]
    public async Task A_link_that_has_expired_is_followed_by_a_reading_in_full()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(30));
        await world.Source().RunAsync(Ct);
        world.List("schools").Remove(30);
        world.List("schools").OldestLink = world.List("schools").Version;
        world.Server.Forget();

        await world.Source().RunAsync(Ct);

        Assert.Equal(29, (await world.RegisterAsync()).Schools!.Count);
        Assert.Equal(2, world.Server.Lines.Count(l => l.Path.Contains("list-schools", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_link_that_expires_in_the_middle_of_the_pages_starts_the_list_anew()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(30));
        await world.Source().RunAsync(Ct);
        world.Server.PageSize = 10;
        for (var n = 1; n <= 30; n++)
        {
            world.List("schools").Put(n, ("code", $"980000{n:D2}"), ("name", $"Nya {n}"), ("provider", "municipal"), ("districts", "BROMMA"), ("email", "nya@stad.example"));
        }

        var pages = 0;
        world.Server.Script = line => line.Path.Contains("list-schools", StringComparison.Ordinal) && ++pages == 2 ? GraphServer.Error(410, "resyncRequired") : null;

        await world.Source().RunAsync(Ct);

        Assert.All((await world.RegisterAsync()).Schools!, s => Assert.StartsWith("Nya", s.Name, StringComparison.Ordinal));
        Assert.Equal(5, pages);
    }

    [Fact]
    public async Task Columns_are_known_by_their_Swedish_names_by_SharePoints_spelling_and_by_the_settings()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(1).Contact("anna"));
        world.Server.Lists["list-assignments"] = new();
        world.List("assignments").Put(
            4, ("stadsdel", "BROMMA"), ("Skola", 98000001.0), ("kontakt", "anna"), ("roll", "ordinarie"), ("fr_x00e5_n", "2026-02-28T23:00:00Z"), ("till", "2026-06-30T00:00:00Z"), ("Title", null));
        var options = world.Options;
        options.Columns = options.Columns.Append(new("assignments:school", "skola")).ToDictionary();

        await world.Source(options).RunAsync(Ct);

        Assert.Null((await world.StateAsync()).Refusal);
        var assignment = Assert.Single((await world.RegisterAsync()).Assignments!);
        Assert.Equal(("98000001", new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 30)), (assignment.School.ToString(), assignment.From, assignment.Until));
    }

    [Fact]
    public async Task Numbers_days_choices_links_and_yes_or_no_are_read_as_a_file_would_have_them()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(1));
        world.Server.Lists["list-materials"] = new();
        world.List("materials").Put(
            1, ("Title", "M1"), ("Rubrik", "Stöd"), ("version", 2), ("published", "2026-03-01T00:00:00Z"), ("url", new JsonObject { ["Description"] = "Läs", ["Url"] = "https://stad.example/stod" }), ("audience", "schools"));
        world.List("schools").Put(
            1, ("code", 98000001), ("name", "Skolan"), ("provider", "municipal"), ("districts", new JsonArray("BROMMA")), ("programmes", new JsonArray("PPSS", "Skol Fam")), ("pupils", 312.0), ("email", "skolan@stad.example"));
        world.Server.Lists["list-forums"] = new();
        world.List("forums").Put(
            1, ("Title", "F1"), ("district", "BROMMA"), ("kind", "local"), ("Rubrik", "Möte"), ("starts", "2026-05-04T07:30:00Z"), ("ends", "2026-05-04T09:00:00Z"), ("types", new JsonArray("compulsory", "upper_secondary")));
        var options = world.Options;
        options.Columns = options.Columns.Append(new("materials:title", "Rubrik")).Append(new("forums:title", "Rubrik")).ToDictionary();

        await world.Source(options).RunAsync(Ct);

        Assert.Empty((await world.StateAsync()).Refusal?.Errors ?? []);
        var register = await world.RegisterAsync();
        Assert.Equal(("2", new DateOnly(2026, 3, 1), new Uri("https://stad.example/stod")), (register.Materials![0].Version, register.Materials[0].Published, register.Materials[0].Url));
        Assert.Equal(312, register.Schools![0].Pupils);
        Assert.Equal(["PPSS", "Skol Fam"], register.Schools[0].Programmes);
        Assert.Equal((new DateTimeOffset(2026, 5, 4, 7, 30, 0, TimeSpan.Zero), 2), (register.Forums![0].Starts.ToUniversalTime(), register.Forums[0].Types.Count));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_list_and_item_and_leaves_the_register_as_it_was()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(9).Contact("anna").Assign("anna", school: "98000001"));
        await world.Source().RunAsync(Ct);
        world.List("assignments").Put(17, ("district", "BROMMA"), ("school", "98000003"), ("contact", "nobody"), ("role", "primary"));
        world.List("assignments").Put(18, ("district", "BROMMA"), ("school", new JsonObject { ["LookupId"] = 3 }), ("contact", "anna"), ("role", "primary"));

        await world.Source().RunAsync(Ct);

        var errors = (await world.StateAsync()).Refusal!.Errors;
        Assert.Contains(errors, e => (e.File, e.Line, e.Column, e.Value) == ("SharePoint/assignments", 17, "contact", "nobody"));
        Assert.Contains(errors, e => (e.File, e.Line, e.Column) == ("SharePoint/assignments", 18, "school"));
        Assert.Single((await world.RegisterAsync()).Assignments!);
        Assert.Equal(SourceMails.Refused, Assert.Single(await world.City.WaitingAsync()).Kind);
    }

    [Fact]
    public async Task What_was_refused_is_tried_again_though_the_lists_have_not_changed()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(9).Contact("anna").Assign("anna", school: "98000001"), "assignments");
        await world.Source().RunAsync(Ct);
        Assert.NotNull((await world.StateAsync()).Refusal);
        await world.City.ImportAsync(City(9).Contact("anna"));

        await world.Source().RunAsync(Ct);

        Assert.Null((await world.StateAsync()).Refusal);
        Assert.Equal("anna", Assert.Single((await world.RegisterAsync()).Assignments!).Contact);
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_table_and_a_folder_is_no_row()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(2).Contact("anna").Assign("anna", school: "98000001"));
        await world.Source().RunAsync(Ct);
        world.List("assignments").Remove(1);
        world.List("assignments").Folder(2);

        await world.Source().RunAsync(Ct);

        Assert.Null((await world.StateAsync()).Refusal);
        Assert.Empty((await world.RegisterAsync()).Assignments!);
    }

    [Fact]
    public async Task Other_settings_are_read_from_the_beginning()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Fill(City(3));
        await world.Source().RunAsync(Ct);
        world.Server.Forget();
        var options = world.Options;
        options.Columns = options.Columns.Append(new("schools:phone", "Telefonnummer")).ToDictionary();

        await world.Source(options).RunAsync(Ct);

        Assert.All(world.Server.Lines, l => Assert.Contains("expand", l.Query, StringComparison.Ordinal));
    }

    private static RegisterBuilder City(int schools) => RegisterBuilder.City().District("BROMMA").With(c => c with
    {
        Schools = [.. Enumerable.Range(1, schools).Select(n => Rows.School($"98{n:D6}", DistrictCode.Parse("BROMMA")))],
    });
}
