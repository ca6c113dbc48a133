using Notify.Core.Contacts;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

public sealed class VacancyTests : IAsyncLifetime
{
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").Contact("anna").Contact("bertil")
        .School("99000001").Assign("anna")
        .School("99000002").Assign("bertil")
        .School("99000003");

    private static readonly RegisterBuilder Lost = City.Unassign("anna", "99000001");

    private readonly ContactsWorld _world = new("2026-03-02T10:00");

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        Assert.Empty(_world.Sent());
        await _world.ImportAsync(Lost);
        await _world.RunAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void The_coordinator_is_told_at_once_and_nobody_else()
    {
        var mail = Assert.Single(_world.Sent());
        Assert.Equal("contact-missing", mail.Kind);
        Assert.Equal("samordnare@bromma.example", Assert.Single(mail.To).ToString());
        Assert.Contains("Skola 99000001", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("4 mars 2026", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_working_days_later_the_school_is_told_the_reception()
    {
        _world.Sent();
        _world.At("2026-03-04T06:59:59");
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        _world.At("2026-03-04T07:00");
        await _world.RunAsync();
        var sent = _world.Sent();
        Assert.Equal(["contact-assigned", "contact-fallback"], sent.Select(m => m.Kind).Order());
        Assert.Contains("mottagning@bromma.example", sent.Single(m => m.Kind == "contact-fallback").Content.Text, StringComparison.Ordinal);
        Assert.Equal("anna@bromma.example", sent.Single(m => m.Kind == "contact-assigned").To.Single().ToString());
    }

    [Fact]
    public async Task A_successor_before_that_takes_the_place_of_the_reception()
    {
        _world.Sent();
        _world.At("2026-03-03T09:00");
        await _world.ImportAsync(Lost.Assign("bertil", school: "99000001"));
        _world.At("2026-03-05T10:00");
        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.DoesNotContain(sent, m => m.Kind == "contact-fallback");
        var mail = Assert.Single(sent, m => m.Kind == "contact-changed");
        Assert.Contains("Bertil", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Anna är inte längre", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_after_that_is_told_in_another_mail()
    {
        _world.At("2026-03-04T07:00");
        await _world.RunAsync();
        _world.Sent();
        _world.At("2026-03-05T09:00");
        await _world.ImportAsync(Lost.Assign("bertil", school: "99000001"));
        _world.At("2026-03-05T09:15");
        await _world.RunAsync();

        Assert.Contains("Bertil", Assert.Single(_world.Sent(), m => m.Kind == "contact-changed").Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_contact_back_before_that_means_no_mail_to_the_school()
    {
        _world.Sent();
        _world.At("2026-03-03T09:00");
        await _world.ImportAsync(City);
        _world.At("2026-03-10T10:00");
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
        Assert.True((await _world.SchoolAsync("99000001")).IsTold);
    }

    [Fact]
    public async Task A_vacancy_of_the_baseline_is_flagged_and_mailed_to_nobody()
    {
        _world.At("2026-03-20T10:00");
        await _world.RunAsync();

        Assert.DoesNotContain(_world.Sent(), m => m.Content.Text.Contains("99000003", StringComparison.Ordinal));
        var school = await _world.SchoolAsync("99000003");
        Assert.Equal(ContactFlagKind.NoContact, Assert.Single(school.Flags).Kind);
        Assert.False(school.IsTold);
    }

    [Fact]
    public async Task A_new_phone_of_the_reception_reaches_the_schools_that_turn_there()
    {
        _world.At("2026-03-04T07:00");
        await _world.RunAsync();
        _world.Sent();
        _world.At("2026-03-05T09:00");
        await _world.ImportAsync(Lost.ChangeDistrict("BROMMA", d => d with { FallbackPhone = "08-508 00 999" }));
        _world.At("2026-03-05T09:15");
        await _world.RunAsync();

        var mail = Assert.Single(_world.Sent());
        Assert.Equal("contact-fallback", mail.Kind);
        Assert.Contains("08-508 00 999", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_a_send_window_do_not_count()
    {
        await using var world = new ContactsWorld("2026-04-01T10:00");
        await world.ImportAsync(City);
        await world.RunAsync();
        world.At("2026-04-02T11:00");
        await world.ImportAsync(Lost);
        await world.RunAsync();

        var fallback = Assert.Single(await world.WaitingAsync(), n => n.Kind == "contact-fallback");
        Assert.Equal(ContactsWorld.Moment("2026-04-08T07:00"), fallback.NotBefore);
    }
}
