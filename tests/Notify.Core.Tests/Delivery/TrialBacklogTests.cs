using Notify.Core.Delivery;
using Notify.Core.Delivery.Trial;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Trial mode keeps back what is not allowed, shows it, and lets it go when it is left (DESIGN "Trial mode").</summary>
public sealed class TrialBacklogTests : IAsyncDisposable
{
    private static readonly RegisterBuilder City = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("bo").School("98000007");

    private readonly MailOptions _mail = new() { Trial = true };
    private readonly ContactsWorld _world;

    public TrialBacklogTests() => _world = new("2026-03-02T09:00", options: new() { Mail = _mail });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TrialBacklog Backlog => _world.Get<TrialBacklog>();

    [Fact]
    public async Task In_trial_mode_nothing_leaves_and_all_of_it_is_shown()
    {
        await ChangeAsync("bo", "2026-03-02T10:20");

        Assert.Empty(_world.Sent());
        Assert.Equal(3, (await Backlog.ReadAsync(Sample.District, Ct)).Count);
        Assert.False((await _world.SchoolAsync("98000007")).IsTold);
    }

    [Fact]
    public async Task When_trial_mode_is_left_what_still_holds_goes_once()
    {
        await ChangeAsync("bo", "2026-03-02T10:20");
        _mail.Trial = false;
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        Assert.Equal(new TrialRelease(3, 0, 0), await Backlog.ReleaseAsync(Sample.District, "anna", Ct));
        Assert.Equal(new TrialRelease(0, 0, 0), await Backlog.ReleaseAsync(Sample.District, "anna", Ct));
        await _world.RunAsync();

        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], _world.Sent().Select(m => m.Kind).Order());
        Assert.True((await _world.SchoolAsync("98000007")).IsTold);
        Assert.Empty(await Backlog.ReadAsync(Sample.District, Ct));
    }

    [Fact]
    public async Task What_the_register_has_taken_back_meanwhile_is_not_said()
    {
        await ChangeAsync("bo", "2026-03-02T10:20");
        _mail.Trial = false;
        await _world.ImportAsync(City.Assign("anna"));
        _world.At("2026-03-02T11:00");

        Assert.Equal(0, (await Backlog.ReleaseAsync(Sample.District, "anna", Ct)).Queued);
        await _world.RunAsync();
        Assert.Empty(_world.Sent());
        Assert.True((await _world.SchoolAsync("98000007")).IsTold);
    }

    [Fact]
    public async Task While_it_is_on_only_what_the_list_allows_by_now_is_let_go()
    {
        await ChangeAsync("bo", "2026-03-02T10:20");
        var school = (await _world.SchoolAsync("98000007")).School;
        _mail.AllowList = [school.Addresses[0].ToString()];

        Assert.Equal(new TrialRelease(1, 2, 0), await Backlog.ReleaseAsync(Sample.District, "anna", Ct));
        await _world.RunAsync();

        Assert.Equal([school.Addresses[0]], Assert.Single(_world.Sent()).To);
    }

    [Fact]
    public async Task A_baseline_drops_what_was_kept()
    {
        await ChangeAsync("bo", "2026-03-02T10:20");
        _mail.Trial = false;
        await _world.Get<Core.Contacts.ContactsCommands>().BaselineAsync(Sample.District, Ct);
        Assert.Empty(await Backlog.ReadAsync(Sample.District, Ct));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task ChangeAsync(string to, string at)
    {
        await _world.ImportAsync(City.Assign("anna"));
        await _world.RunAsync();
        await _world.ImportAsync(City.Assign(to));
        _world.At(at);
        await _world.RunAsync();
    }
}
