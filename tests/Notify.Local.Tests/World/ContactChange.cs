using Notify.Local.Tests.Processes;
using Notify.Local.Tests.World;
using Xunit;

[assembly: AssemblyFixture(typeof(ContactChange))]

namespace Notify.Local.Tests.World;

/// <summary>The main road once, for all who only look: Ängsskolan had Åsa Öberg and has been told that it now has Märta Häggström.</summary>
public sealed class ContactChange : IAsyncLifetime
{
    /// <summary>The city after it.</summary>
    internal City City { get; } = new();

    /// <summary>The mails there were before the change.</summary>
    internal IReadOnlyList<Letter> Before { get; private set; } = [];

    /// <summary>What the import of the change said.</summary>
    internal Answer Import { get; private set; } = null!;

    /// <summary>The mails there are after the change.</summary>
    internal IReadOnlyList<Letter> After { get; private set; } = [];

    /// <summary>The mail to the school.</summary>
    internal Letter Changed => Assert.Single(After, m => m.Kind == "contact-changed");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await City.ImportAsync(SmallCity.Monday);
        await City.RunAsync(SmallCity.Monday);
        Before = City.Mail();
        City.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        Import = await City.NotifyAsync("import", "register", "--json", "--now", SmallCity.Monday);
        await City.RunAsync(SmallCity.Settled);
        After = City.Mail();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        City.Dispose();
        return ValueTask.CompletedTask;
    }
}
