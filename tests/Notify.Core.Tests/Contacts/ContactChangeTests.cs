using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

public sealed class ContactChangeTests : IAsyncLifetime
{
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA")
        .Contact("anna").Contact("bertil").Contact("cecilia")
        .School("99000001").Assign("anna").Assign("cecilia", AssignmentRole.Deputy)
        .School("99000002").Assign("anna").Assign("cecilia", AssignmentRole.Deputy);

    private readonly ContactsWorld _world = new("2026-03-02T10:00");

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        Assert.Empty(_world.Sent());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_replaced_contact_is_told_to_its_school_and_to_both_contacts_and_to_nobody_else()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], sent.Select(m => m.Kind).Order());
        var mail = sent.Single(m => m.Kind == "contact-changed");
        Assert.Equal(["rektor@skola99000001.example", "expedition@skola99000001.example"], mail.To.Select(t => t.ToString()));
        Assert.Contains("Bertil", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("bertil@bromma.example", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("08-508 22 000", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Anna är inte längre", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("2 mars 2026", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/r/", mail.Content.Text, StringComparison.Ordinal);
        Assert.Equal(["anna@bromma.example", "bertil@bromma.example"], sent.Where(m => m.Kind == "contact-assigned").Select(m => m.To.Single().ToString()).Order());
    }

    [Fact]
    public async Task A_second_run_sends_nothing()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();
        _world.Sent();

        await _world.RunAsync();
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
    }

    [Fact]
    public async Task Nothing_leaves_before_the_change_has_settled()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-02T10:14:59");
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        _world.At("2026-03-02T10:15:00");
        await _world.RunAsync();
        Assert.Equal(3, _world.Sent().Count);
    }

    [Fact]
    public async Task A_corrected_typo_is_one_mail()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-02T10:10");
        await _world.RunAsync();
        await _world.ImportAsync(City.Replace("anna", "cecilia", "99000001"));
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        _world.At("2026-03-02T10:25");
        await _world.RunAsync();
        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.DoesNotContain("Bertil", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_back_before_it_was_announced_sends_nothing()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-02T10:05");
        await _world.RunAsync();
        await _world.ImportAsync(City);
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();
        _world.At("2026-03-04T11:00");
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
        Assert.Empty(await _world.WaitingAsync());
    }

    [Theory]
    [InlineData("2026-04-02T23:00", "2026-04-07T07:00", "Maundy Thursday at night: Tuesday after Easter")]
    [InlineData("2026-03-28T23:55", "2026-03-30T07:00", "the night in which an hour is missing")]
    [InlineData("2026-03-29T02:30", "2026-03-30T07:00", "in the hour that is missing")]
    [InlineData("2026-10-25T02:30", "2026-10-26T07:00", "in the hour that comes twice")]
    [InlineData("2026-12-23T16:50", "2026-12-28T07:00", "the day before Christmas Eve, settled after the window")]
    [InlineData("2026-06-18T16:44", "2026-06-18T16:59", "just inside the window of the day before Midsummer's Eve")]
    public async Task A_change_leaves_when_it_has_settled_and_the_window_is_open(string imported, string notBefore, string because)
    {
        _world.At(imported);
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        await _world.RunAsync();

        var waiting = await _world.WaitingAsync();
        Assert.True(waiting.Count == 3, because);
        Assert.All(waiting, n => Assert.Equal(ContactsWorld.Moment(notBefore), n.NotBefore));
    }

    [Fact]
    public async Task A_change_of_the_phone_of_a_person_is_told_and_a_new_title_is_not()
    {
        await _world.ImportAsync(City.ChangeContact("anna", c => c with { Title = "socionom" }));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();
        Assert.Empty(_world.Sent());

        await _world.ImportAsync(City.ChangeContact("anna", c => c with { Title = "socionom", Phone = "08-508 22 999" }));
        _world.At("2026-03-02T12:00");
        await _world.RunAsync();
        var sent = _world.Sent();
        Assert.Equal(["contact-changed", "contact-changed"], sent.Select(m => m.Kind));
        Assert.All(sent, m => Assert.Contains("08-508 22 999", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_successor_in_the_same_row_of_the_register_is_told_as_a_replacement()
    {
        await _world.ImportAsync(City.ChangeContact("anna", c => c with
        {
            Name = "Disa Ny",
            Email = EmailAddress.Parse("disa@bromma.example"),
            Phone = "08-508 22 001",
        }));
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.Equal(2, sent.Count(m => m.Kind == "contact-changed"));
        Assert.Equal(["anna@bromma.example", "disa@bromma.example"], sent.Where(m => m.Kind == "contact-assigned").Select(m => m.To.Single().ToString()).Order());
    }

    [Fact]
    public async Task A_future_assignment_is_told_on_the_day_it_begins()
    {
        await _world.ImportAsync(City.End("anna", "2026-03-08", "99000001").Assign("bertil", school: "99000001", from: "2026-03-09"));
        await _world.RunAsync();
        Assert.Empty(await _world.WaitingAsync());

        _world.At("2026-03-09T06:00");
        await _world.RunAsync();
        var waiting = await _world.WaitingAsync();
        Assert.All(waiting, n => Assert.Equal(ContactsWorld.Moment("2026-03-09T07:00"), n.NotBefore));

        _world.At("2026-03-09T07:00");
        await _world.RunAsync();
        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.Contains("9 mars 2026", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_never_names_a_contact_who_was_replaced_before_it_was_claimed()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        await _world.RunAsync();
        _world.At("2026-03-02T10:30");
        await _world.ImportAsync(City.Replace("anna", "cecilia", "99000001"));

        await _world.DeliverAsync();
        Assert.Empty(_world.Sent());

        _world.At("2026-03-02T11:00");
        await _world.DeliverAsync();
        Assert.DoesNotContain("Bertil", Assert.Single(_world.Sent(), m => m.Kind == "contact-changed").Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_school_and_a_first_assignment_are_introduced()
    {
        await _world.ImportAsync(City.School("99000003").Assign("bertil"));
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();

        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-introduced");
        Assert.Equal("rektor@skola99000003.example", mail.To[0].ToString());
    }

    [Fact]
    public async Task The_first_version_is_the_baseline_even_when_the_watch_first_runs_after_the_second()
    {
        await using var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(City);
        world.At("2026-03-02T10:10");
        await world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        world.At("2026-03-02T10:30");
        await world.RunAsync();

        Assert.Single(world.Sent(), m => m.Kind == "contact-changed");
    }

    [Fact]
    public async Task A_closed_school_is_told_nothing()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001").ChangeSchool("99000001", s => s with { Status = SchoolStatus.Closed }));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        Assert.DoesNotContain(_world.Sent(), m => m.Kind.StartsWith("contact-changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_in_two_districts_is_told_by_the_one_whose_contact_changed()
    {
        var city = City.District("KISTA").Contact("kim").School("99000001").Assign("kim");
        await using var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.ImportAsync(city.Contact("kajsa").Replace("kim", "kajsa", "99000001"));
        world.At("2026-03-02T10:20");
        await world.RunAsync();

        var mail = Assert.Single(world.Sent(), m => m.Kind == "contact-changed");
        Assert.Equal("KISTA", mail.District.ToString());
        Assert.DoesNotContain("Anna", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_of_the_school_before_it_was_told_is_the_one_that_is_used()
    {
        var changed = City.Replace("anna", "bertil", "99000001");
        await _world.ImportAsync(changed);
        await _world.RunAsync();
        await _world.ImportAsync(changed.ChangeSchool("99000001", s => s with { PrincipalEmail = EmailAddress.Parse("ny.rektor@skola.example") }));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.Equal("ny.rektor@skola.example", mail.To[0].ToString());
    }
}
