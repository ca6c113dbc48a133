using Notify.Adapters.Sqlite;
using Notify.Core.Audit;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

public sealed class AuditTests
{
    [Fact]
    public async Task Whoever_changes_something_at_the_command_line_leaves_a_row_and_whoever_only_looks_or_is_refused_leaves_none()
    {
        using var city = new City();
        await city.BeginAsync("2026-03-02T10:00");
        (await city.NotifyAsync("told", "--district", "BROMMA", "--school", "98000001", "--now", "2026-03-02T10:05")).Ended(0);
        (await city.NotifyAsync("told", "--district", "BROMMA", "--school", "98999999", "--now", "2026-03-02T10:06")).Ended(2);
        (await city.NotifyAsync("baseline", "--district", "FARSTA", "--now", "2026-03-02T10:07")).Ended(0);
        (await city.NotifyAsync("cancel", "BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa", "--now", "2026-03-02T10:08")).Ended(3);
        await city.StatusAsync("2026-03-02T10:09");
        await city.PlanAsync("2026-03-02T10:09");

        var rows = await ReadAsync(city);

        Assert.Equal(
            [
                "import.apply  register Done",
                "contacts.told BROMMA 98000001 Done",
                "baseline FARSTA  Done",
            ],
            rows.Select(r => $"{r.Action} {r.District} {r.Detail} {r.Outcome}"));
        Assert.All(rows, r => Assert.EndsWith(" at the command line", r.Who, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_is_refused_or_changes_nothing_leaves_none()
    {
        using var city = new City();
        await city.ImportAsync("2026-03-02T10:00");
        await city.ImportAsync("2026-03-02T10:01");
        city.Add("contacts", "X,NOWHERE,X,person,,nobody,,");
        (await city.NotifyAsync("import", "register", "--now", "2026-03-02T10:02")).Ended(2);

        Assert.Single(await ReadAsync(city));
    }

    /// <summary>Oldest first.</summary>
    private static async Task<IReadOnlyList<AuditRow>> ReadAsync(City city)
    {
        await using var store = new SqliteRecordStore(new() { Folder = city.Data });
        return [.. (await new AuditTrail(store, TimeProvider.System).ReadAsync(new DateOnly(2026, 3, 1), TestContext.Current.CancellationToken)).Reverse()];
    }
}
