using Notify.Core.Accounts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Register;

namespace Notify.Core.Tests.Accounts;

/// <summary>Bromma with ten schools, whose contacts have accounts in a directory: Anna has two of the schools, Berit the others. Told and known by all.</summary>
internal sealed class AccountsCity : IAsyncDisposable
{
    private AccountsCity(ContactsWorld world, AccountsOptions options, FakeDirectory directory)
    {
        (World, Directory) = (world, directory);
        Source = new(
            Directory, options, world.Get<AccountBook>(), world.Get<RegisterStore>(), world.Get<UnattendedImport>(), world.Get<NotificationFactory>(),
            world.Get<WorkingCalendar>(), world.Clock);
    }

    public ContactsWorld World { get; }

    public FakeDirectory Directory { get; }

    public AccountsSource Source { get; }

    /// <summary>Monday 2 March 2026, 10:00.</summary>
    public static async Task<AccountsCity> StartAsync(RegisterBuilder? register = null, bool takes = false, IRecordStore? store = null)
    {
        var city = new AccountsCity(new ContactsWorld("2026-03-02T10:00", store), new(TimeSpan.FromHours(1), takes, takes, takes, 20), new());
        await city.World.ImportAsync(register ?? Register());
        await city.World.RunAsync();
        return city;
    }

    /// <summary>Another process on the same records.</summary>
    public static AccountsCity On(IRecordStore store, FakeDirectory directory) =>
        new(new ContactsWorld("2026-03-02T10:00", store), new(TimeSpan.FromHours(1), false, false, false, 20), directory);

    public static RegisterBuilder Register() => Enumerable.Range(0, 10).Aggregate(
        RegisterBuilder.City().District("BROMMA")
            .Contact("anna", c => c with { EntraId = "aaaa" }).Contact("berit", c => c with { EntraId = "bbbb" }).Contact("cecilia", c => c with { EntraId = "cccc" }),
        (city, n) => city.School($"9800000{n}").Assign(n < 2 ? "anna" : "berit"));

    /// <summary>The source's turn at a time.</summary>
    public Task LookAsync(string at)
    {
        World.At(at);
        return Source.RunAsync(default);
    }

    public async Task<IReadOnlyList<Assignment>> AssignmentsAsync(string contact) =>
        [.. (await World.Get<RegisterStore>().ContentAsync(default)).Assignments!.Where(a => a.Contact == contact)];

    public async Task<Contact> ContactAsync(string id) => (await World.Get<RegisterStore>().ContentAsync(default)).Contacts!.Single(c => c.Id == id);

    public async Task<IReadOnlyList<Notification>> TellingAsync() => [.. (await World.WaitingAsync()).Where(n => n.Kind == AccountsRun.Kind)];

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
