using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Files;
using Notify.Adapters.Inbox;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Inbox;

public sealed class InboxSourceTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notify-inbox-");
    private readonly ContactsWorld _world = new("2026-03-02T10:00");
    private readonly IRegisterFiles _files = new ServiceCollection().AddRegisterFiles().BuildServiceProvider().GetRequiredService<IRegisterFiles>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City().Assign("anna"));
        await _world.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task CSV_files_that_lie_there_together_are_one_register_and_go_to_done_with_a_report()
    {
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");

        await RunAsync();

        Assert.Equal("berit", await ContactAsync());
        Assert.Equal(["20260302-100010-assignments.csv", "20260302-100010-assignments.csv.txt", "20260302-100010-contacts.csv", "20260302-100010-contacts.csv.txt"], In("done"));
        var report = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "done", "20260302-100010-contacts.csv.txt"), Ct);
        Assert.Contains("lästes in i registret 2026-03-02 10:00", report, StringComparison.Ordinal);
        Assert.Contains("assignments: 1 nya, 1 borttagna, 0 ändrade", report, StringComparison.Ordinal);
        Assert.Empty(In(""));
    }

    [Fact]
    public async Task A_workbook_is_a_register_by_itself_and_the_history_has_its_name()
    {
        var tables = RegisterWriter.Write(City().Contact("berit").Assign("berit").Build());
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "mars.xlsx"), await _files.WriteWorkbookAsync(tables, Ct), Ct);

        await RunAsync();

        var history = await _world.Get<RegisterHistory>().ContactsOnAsync(SchoolUnitCode.Parse("98000001"), new DateOnly(2026, 3, 2), Ct);
        Assert.Equal(("berit", "mars.xlsx"), history.Select(h => (h.Contact, h.Source)).Single());
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_left_alone_and_so_are_those_beside_it()
    {
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");
        await using var half = new FileStream(Path.Combine(_folder.FullName, "schools.csv"), FileMode.Create, FileAccess.Write, FileShare.Read);
        await half.WriteAsync(Encoding.UTF8.GetBytes("code;name"), Ct);
        await half.FlushAsync(Ct);

        var run = Source().RunAsync(Ct);
        await half.WriteAsync(Encoding.UTF8.GetBytes(";provider;districts\n"), Ct);
        await half.FlushAsync(Ct);
        _world.Clock.Advance(InboxSource.Quiet);
        await run;

        Assert.Equal("anna", await ContactAsync());
        Assert.Equal(["assignments.csv", "contacts.csv", "schools.csv"], In(""));
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_is_said_and_taken_when_it_is_closed()
    {
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");
        await using (new FileStream(Path.Combine(_folder.FullName, "contacts.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var error = await Assert.ThrowsAsync<SourceException>(RunAsync);
            Assert.Contains("contacts.csv", error.Text.Swedish, StringComparison.Ordinal);
        }

        await RunAsync();

        Assert.Equal("berit", await ContactAsync());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_the_second_time_and_says_so()
    {
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");
        await RunAsync();
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");
        var version = (await _world.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version;

        await RunAsync();

        Assert.Equal(version, (await _world.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version);
        Assert.Contains("Inget: registret sa redan detsamma.", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "done", "20260302-100020-contacts.csv.txt"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_with_the_reason_beside_it_and_keeps_nobody_else_from_their_turn()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "protokoll.docx"), "Hej", Ct);
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");

        await RunAsync();

        Assert.Equal("berit", await ContactAsync());
        Assert.Equal(["20260302-100010-protokoll.docx", "20260302-100010-protokoll.docx.txt"], In("refused"));
        Assert.Contains("Ingen av filerna hör till ett register", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "refused", "20260302-100010-protokoll.docx.txt"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_all_in_the_report_and_the_coordinator_is_told_once()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "contacts.csv"), "id;district;name;kind;email\nx;BROMMA;X;person;nobody\ny;NOWHERE;Y;person;y@stad.example\n", Ct);

        await RunAsync();

        Assert.Equal("anna", await ContactAsync());
        var report = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "refused", "20260302-100010-contacts.csv.txt"), Ct);
        Assert.Contains("contacts.csv, rad 2, email", report, StringComparison.Ordinal);
        Assert.Contains("contacts.csv, line 3, district", report, StringComparison.Ordinal);
        Assert.Equal(SourceMails.Refused, Assert.Single(await _world.WaitingAsync()).Kind);
    }

    [Fact]
    public async Task What_the_guard_holds_stays_until_a_person_lets_it_pass()
    {
        await _world.ImportAsync(Many(9));
        await PutAsync(Many(3), "schools", "assignments");
        await RunAsync();
        await RunAsync();
        Assert.Equal(["assignments.csv", "schools.csv"], In(""));
        Assert.Single(await _world.WaitingAsync(), n => n.Kind == SourceMails.MassChangeHeld);
        var book = _world.Get<SourceBook>();

        await book.LetPassAsync("inbox", (await book.ReadAsync("inbox", Ct)).Refusal!.Mark, Ct);
        await RunAsync();

        Assert.Equal(3, (await _world.Get<RegisterStore>().ContentAsync(Ct)).Schools!.Count);
        Assert.Equal(4, In("done").Count);
    }

    [Fact]
    public async Task What_was_taken_and_could_not_be_moved_is_not_taken_again_over_what_came_since()
    {
        await PutAsync(City().Contact("berit").Assign("berit"), "contacts", "assignments");
        var inTheWay = Path.Combine(_folder.FullName, "done");
        File.CreateSymbolicLink(inTheWay, "/etc/hostname");
        await Assert.ThrowsAsync<SourceException>(RunAsync);
        Assert.Equal("berit", await ContactAsync());
        await _world.ImportAsync(City().Contact("cecilia").Assign("cecilia"));
        File.Delete(inTheWay);

        await RunAsync();

        Assert.Equal("cecilia", await ContactAsync());
        Assert.Equal(4, In("done").Count);
    }

    [Fact]
    public async Task An_empty_inbox_costs_one_look()
    {
        await Source().RunAsync(Ct);

        Assert.Empty(In("done"));
    }

    private static RegisterBuilder City() => RegisterBuilder.City().District("BROMMA").School("98000001").Contact("anna");

    private static RegisterBuilder Many(int schools) => Enumerable.Range(1, schools).Aggregate(
        RegisterBuilder.City().District("BROMMA").Contact("anna"), (city, n) => city.School($"9800000{n}").Assign("anna"));

    private InboxSource Source() => new(new FolderInbox(_folder.FullName), _files, _world.Get<UnattendedImport>(), _world.Store, _world.Clock);

    /// <summary>The second look comes when the clock says so.</summary>
    private async Task RunAsync()
    {
        var run = Source().RunAsync(Ct);
        _world.Clock.Advance(InboxSource.Quiet);
        await run;
    }

    private async Task PutAsync(RegisterBuilder city, params string[] tables)
    {
        foreach (var table in RegisterWriter.Write(city.Build()).Where(t => tables.Contains(t.Name)))
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, table.Name + ".csv"), await _files.WriteCsvAsync(table, Ct), Ct);
        }
    }

    private async Task<string> ContactAsync() => (await _world.Get<RegisterStore>().ContentAsync(Ct)).Assignments!.Single().Contact;

    private List<string> In(string box) => Directory.Exists(Path.Combine(_folder.FullName, box))
        ? [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, box)).Select(f => Path.GetFileName(f)!).Where(f => !f.StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];
}
