using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

public sealed class AheadTests : IAsyncDisposable
{
    private const string School = "99000001";

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").Contact("anna").Contact("bertil").School(School).Assign("anna");

    private static readonly RegisterBuilder Handover = City.End("anna", "2026-03-15", School).Assign("bertil", school: School, from: "2026-03-16");

    private readonly ContactsWorld _world = new("2026-03-02T10:00", options: new() { Contacts = new() { Ahead = 5 }, Mail = new() { Trial = false } });

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_is_told_so_many_working_days_before_it_takes_effect_and_says_from_when()
    {
        await ImportHandoverAsync();
        _world.At("2026-03-06T16:00");
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        _world.At("2026-03-09T07:00");
        await _world.RunAsync();
        _world.At("2026-03-09T08:00");
        await _world.RunAsync();
        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.Contains("16 mars 2026", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Bertil", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_once()
    {
        await ImportHandoverAsync();
        foreach (var day in Enumerable.Range(9, 12))
        {
            _world.At($"2026-03-{day:D2}T08:00");
            await _world.RunAsync();
        }

        Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.True((await _world.SchoolAsync(School)).IsTold);
    }

    [Fact]
    public async Task An_end_without_a_successor_is_told_to_the_coordinator_ahead_and_to_the_school_after_the_days_of_grace()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(City.End("anna", "2026-03-15", School));
        _world.At("2026-03-09T07:00");
        await _world.RunAsync();

        Assert.Equal(["contact-missing"], _world.Sent().Select(m => m.Kind));
        var fallback = Assert.Single(await _world.WaitingAsync(), n => n.Kind == "contact-fallback");
        Assert.Equal(ContactsWorld.Moment("2026-03-18T07:00"), fallback.NotBefore);
    }

    private async Task ImportHandoverAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(Handover);
        await _world.RunAsync();
    }
}
