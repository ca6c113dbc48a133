using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Delivery;
using Notify.Core.Links;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;

namespace Notify.Testing.Materials;

/// <summary>The whole road of a support material, from import to mail and receipt, on a store in memory, a fake transport and a fake clock.</summary>
public sealed class MaterialsWorld : IAsyncDisposable
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");
    private readonly ContactsWorld _world;

    /// <param name="now">Stockholm time, as <c>2026-03-02T10:00</c>.</param>
    public MaterialsWorld(string now, IRecordStore? store = null, bool isTrial = false) =>
        _world = new(now, store, new() { Mail = new() { Trial = isTrial } });

    /// <summary>The clock that everything reads.</summary>
    public FakeTimeProvider Clock => _world.Clock;

    /// <summary>Where mail goes.</summary>
    public FakeTransport Transport => _world.Transport;

    /// <summary>The truth.</summary>
    public IRecordStore Store => _world.Store;

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _world.Get<T>();

    /// <summary>Sets the clock.</summary>
    public void At(string now) => _world.At(now);

    /// <summary>Imports the register.</summary>
    public Task ImportAsync(RegisterBuilder register) => _world.ImportAsync(register);

    /// <summary>Runs the watch and then delivery, for every district, twice: what delivery changed is looked at, too.</summary>
    public async Task RunAsync()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            await WatchAsync();
            await _world.DeliverAsync();
        }
    }

    /// <summary>Runs the watch for every district.</summary>
    public async Task WatchAsync()
    {
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            await Get<MaterialsJob>().RunAsync(district, default);
        }
    }

    /// <summary>Runs at 10:00 of every day up to and including the last, and a quarter of an hour later.</summary>
    public async Task LiveUntilAsync(string last)
    {
        var end = DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var day = StockholmTime.DateOf(Clock.GetUtcNow()); day <= end; day = day.AddDays(1))
        {
            foreach (var time in new[] { new TimeOnly(10, 0), new TimeOnly(10, 15) })
            {
                var moment = StockholmTime.At(day, time);
                Clock.SetUtcNow(moment > Clock.GetUtcNow() ? moment : Clock.GetUtcNow());
                await RunAsync();
            }
        }
    }

    /// <inheritdoc cref="ContactsWorld.Sent"/>
    public IReadOnlyList<MailMessage> Sent() => _world.Sent();

    /// <summary>The mails of the watch that were sent since this was asked last, as <c>2026-03-02 material-published school:98000001</c>.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        var lines = new List<string>();
        foreach (var mail in _world.Sent().Where(m => MaterialKinds.All.Contains(m.Kind)))
        {
            var subject = (await NotificationRows.FindAsync(Store, mail.Id, default))!.Notification.Subject;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{StockholmTime.DateOf(mail.Date):yyyy-MM-dd} {mail.Kind} {subject}"));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>What waits.</summary>
    public Task<IReadOnlyList<Notification>> WaitingAsync() => _world.WaitingAsync();

    /// <summary>What the watch keeps of a recipient; null: nothing.</summary>
    public async Task<RecipientState?> StateAsync(string recipient, string district = "BROMMA") =>
        (await Store.FindAsync(district, MaterialsKeys.Recipient(recipient), MaterialsJson.Default.RecipientState, default))?.Value;

    /// <summary>What the link in the latest mail to a recipient says.</summary>
    public async Task<LinkToken> TokenAsync(string recipient, string district = "BROMMA")
    {
        var state = (await StateAsync(recipient, district))!;
        var (subject, sequence) = state.Told.Where(t => t.Mail is not null).Select(t => (t.Subject!, Sequence: t.Sequence!.Value))
            .Concat(state.Reminded.Select(r => (r.Subject, r.Sequence))).MaxBy(t => t.Sequence);
        return new(LinkPurpose.Material, DistrictCode.Parse(district), subject, sequence, Clock.GetUtcNow().AddDays(400));
    }

    /// <summary>What the page behind a link shows.</summary>
    public async Task<MaterialView> OpenAsync(LinkToken token) => (await Get<MaterialReceipts>().ViewAsync(token, default))!;

    /// <summary>Confirms what the page behind the latest link shows.</summary>
    public async Task<MaterialView> ConfirmAsync(string recipient, string district = "BROMMA")
    {
        var token = await TokenAsync(recipient, district);
        var view = await OpenAsync(token);
        return (await Get<MaterialReceipts>().ConfirmAsync(token, [.. view.Items.Select(i => i.Key)], default))!;
    }

    /// <summary>Records that a school, or all schools, were told otherwise.</summary>
    public Task<TellOutcome> TellAsync(string material, ToldChannel by, string? school = null, RecipientRole role = RecipientRole.School, DateTimeOffset? at = null) =>
        Get<MaterialsCommands>().TellAsync(new(Bromma, material, school is null ? null : SchoolUnitCode.Parse(school), role, by, at), default);

    /// <summary>The rows of all districts.</summary>
    public async Task<IReadOnlyList<CoverageRow>> RowsAsync()
    {
        var rows = new List<CoverageRow>();
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            rows.AddRange((await Get<MaterialsReader>().ReadAsync(district, default))?.Rows ?? []);
        }

        return rows;
    }

    /// <summary>The proof, as <c>audience/told/confirmed</c>, of all or of the rows chosen.</summary>
    public async Task<string> ProofAsync(Func<CoverageRow, bool>? of = null)
    {
        var proof = MaterialsProof.Of((await RowsAsync()).Where(of ?? (_ => true)));
        return string.Create(CultureInfo.InvariantCulture, $"{proof.Audience}/{proof.Told}/{proof.Confirmed}");
    }

    /// <summary>Bromma with two schools, 98000001 and 98000002, a contact, anna, and a material for all, M, of January.</summary>
    public static RegisterBuilder City() => RegisterBuilder.City().District("BROMMA").School("98000001").School("98000002").Contact("anna").Assign("anna").Material("M");

    /// <summary>The same with a new version of the material, in place of the old.</summary>
    public static RegisterBuilder City(string version, string published) => With(City(), "M", version, published);

    /// <summary>A new version of a material in place of the old.</summary>
    public static RegisterBuilder With(RegisterBuilder city, string material, string version, string published) => city.With(c => c with
    {
        Materials = [.. c.Materials!.Select(m => m.Id == material ? m with { Version = version, Published = Day(published) } : m)],
    });

    /// <summary>A day.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
