using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Agreements;
using Notify.Core.Delivery;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;

namespace Notify.Testing.Agreements;

/// <summary>The whole road of a reminder, from import to mail, on a store in memory, a fake transport and a fake clock.</summary>
public sealed class AgreementsWorld : IAsyncDisposable
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");
    private readonly ContactsWorld _world;

    /// <param name="now">Stockholm time, as <c>2026-03-02T10:00</c>.</param>
    public AgreementsWorld(string now, AgreementsOptions? options = null, IRecordStore? store = null) =>
        _world = new(now, store, new() { Agreements = options ?? new(), Mail = new() { Trial = false } });

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

    /// <summary>Runs the watch and then delivery, for every district.</summary>
    public async Task RunAsync()
    {
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            await Get<AgreementsJob>().RunAsync(district, default);
        }

        await _world.DeliverAsync();
    }

    /// <summary>Runs at 07:05 of every day up to and including the last.</summary>
    public async Task LiveUntilAsync(string last)
    {
        var end = DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var day = StockholmTime.DateOf(Clock.GetUtcNow()); day <= end; day = day.AddDays(1))
        {
            var morning = StockholmTime.At(day, new(7, 5));
            Clock.SetUtcNow(morning > Clock.GetUtcNow() ? morning : Clock.GetUtcNow());
            await RunAsync();
        }
    }

    /// <summary>The mails that were sent since this was asked last, as <c>2026-03-02 agreement-reminder</c>.</summary>
    public IReadOnlyList<string> Log() =>
        [.. _world.Sent().Select(m => string.Create(CultureInfo.InvariantCulture, $"{StockholmTime.DateOf(m.Date):yyyy-MM-dd} {m.Kind}"))];

    /// <inheritdoc cref="ContactsWorld.Sent"/>
    public IReadOnlyList<MailMessage> Sent() => _world.Sent();

    /// <summary>Opens the page behind a link that was made for the agreement as it stands.</summary>
    public async Task<ReplyView> OpenAsync(string id = "A") =>
        (await Get<AgreementReplies>().ViewAsync(await TokenAsync(id), default))!;

    /// <summary>Answers as the first member, who has just opened the page.</summary>
    /// <param name="seen">How many answers the page showed; null: all there are.</param>
    public async Task<ReplyResult> AnswerAsync(AnswerKind kind, DateOnly? day = null, string id = "A", int? seen = null)
    {
        var view = await OpenAsync(id);
        return (await Get<AgreementReplies>().AnswerAsync(await TokenAsync(id), new(kind, day, view.Members[0].Id, "", seen ?? view.Answers), default))!;
    }

    /// <summary>What a link of the agreement says.</summary>
    public async Task<LinkToken> TokenAsync(string id = "A") =>
        new(LinkPurpose.Agreement, Bromma, AgreementsKeys.Subject(id), (await StateAsync(id)).Sequence, Clock.GetUtcNow().AddDays(400));

    /// <summary>What waits.</summary>
    public Task<IReadOnlyList<Notification>> WaitingAsync() => _world.WaitingAsync();

    /// <summary>What the watch keeps of an agreement.</summary>
    public async Task<AgreementState> StateAsync(string id) =>
        (await Store.FindAsync(Bromma.ToString(), AgreementsKeys.Agreement(id), AgreementsJson.Default.AgreementState, default))!.Value;

    /// <summary>Whether the watch has seen the agreement.</summary>
    public async Task<bool> IsKnownAsync(string id) => await Store.FindAsync(Bromma.ToString(), AgreementsKeys.Agreement(id), default) is not null;

    /// <summary>A city with one agreement, to be revised on the day.</summary>
    public static RegisterBuilder City(string nextRevision, Func<Agreement, Agreement>? with = null) =>
        RegisterBuilder.City().District("BROMMA", d => d with { DirectorEmail = EmailAddress.Parse("direktor@bromma.example") })
            .Agreement("A", a => (with ?? (x => x))(a with { NextRevision = Day(nextRevision) }));

    /// <summary>The same with another revision day.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
