using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Contacts;

public sealed class FunctionTests : IAsyncLifetime
{
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").Function("mottagningen").Contact("anna", c => c with { MemberOf = "mottagningen" })
        .School("99000001").Assign("mottagningen")
        .School("99000002").Assign("mottagningen")
        .School("99000003").Assign("mottagningen");

    private readonly ContactsWorld _world = new("2026-03-02T10:00");

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_of_its_members_is_told_to_nobody()
    {
        await _world.ImportAsync(City.Contact("bo", c => c with { MemberOf = "mottagningen" }).WithoutContact("anna"));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        Assert.Empty(_world.Sent());
    }

    [Fact]
    public async Task A_change_of_its_phone_is_one_mail_to_each_of_its_schools()
    {
        await _world.ImportAsync(City.ChangeContact("mottagningen", c => c with { Phone = "08-508 22 777" }));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.Equal(["contact-changed", "contact-changed", "contact-changed"], sent.Select(m => m.Kind));
        Assert.Equal(3, sent.Select(m => m.To[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_change_of_its_address_is_told_to_the_schools_only()
    {
        await _world.ImportAsync(City.ChangeContact("mottagningen", c => c with { Email = EmailAddress.Parse("ny@bromma.example") }));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        Assert.Equal(3, _world.Sent().Count(m => m.Kind == "contact-changed"));
        await _world.ImportAsync(City.ChangeContact("mottagningen", c => c with { Email = EmailAddress.Parse("ny@bromma.example") }).School("99000004").Assign("mottagningen"));
        _world.At("2026-03-02T12:00");
        await _world.RunAsync();
        var assigned = Assert.Single(_world.Sent(), m => m.Kind == "contact-assigned");
        Assert.Contains("99000004", assigned.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("99000001", assigned.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_from_a_function_to_a_person_is_told()
    {
        await _world.ImportAsync(City.Contact("disa").Replace("mottagningen", "disa", "99000001"));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
    }

    [Fact]
    public async Task A_new_contact_of_many_schools_gets_one_mail()
    {
        await _world.ImportAsync(City.Contact("disa").Replace("mottagningen", "disa", "99000001").Replace("mottagningen", "disa", "99000002").Replace("mottagningen", "disa", "99000003"));
        _world.At("2026-03-02T11:00");
        await _world.RunAsync();

        var mail = Assert.Single(_world.Sent(), m => m.To[0].ToString() == "disa@bromma.example");
        Assert.All(Enumerable.Range(1, 3).Select(n => $"9900000{n}"), code => Assert.Contains(code, mail.Content.Text, StringComparison.Ordinal));
    }
}
