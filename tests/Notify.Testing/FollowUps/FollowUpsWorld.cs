using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Notify.Core;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;

namespace Notify.Testing.FollowUps;

/// <summary>The whole road of a round, from import to result, on a store in memory, a fake transport and a fake clock.</summary>
public sealed class FollowUpsWorld : IAsyncDisposable
{
    /// <summary>The district of <see cref="City"/>.</summary>
    public static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");

    private readonly ContactsWorld _world;

    /// <param name="now">Stockholm time, as <c>2026-03-02T06:00</c>.</param>
    public FollowUpsWorld(string now, FollowUpsOptions? options = null, IRecordStore? store = null) =>
        _world = new(now, store, new() { Mail = new() { Trial = false }, FollowUps = options ?? new() });

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
            await Get<FollowUpsJob>().RunAsync(district, default);
        }

        await _world.DeliverAsync();
    }

    /// <summary>Runs at 07:05 of every day up to and including the last.</summary>
    public async Task LiveUntilAsync(string last)
    {
        for (var day = StockholmTime.DateOf(Clock.GetUtcNow()); day <= Day(last); day = day.AddDays(1))
        {
            var morning = StockholmTime.At(day, new(7, 5));
            Clock.SetUtcNow(morning > Clock.GetUtcNow() ? morning : Clock.GetUtcNow());
            await RunAsync();
        }
    }

    /// <summary>The mails that were sent since this was asked last, as <c>2026-03-02 followup-open anna@bromma.example</c>, in the order of these lines.</summary>
    public IReadOnlyList<string> Log() =>
        [.. Sent().Select(m => string.Create(CultureInfo.InvariantCulture, $"{StockholmTime.DateOf(m.Date):yyyy-MM-dd} {m.Kind} {m.To[0]}")).Order(StringComparer.Ordinal)];

    /// <inheritdoc cref="ContactsWorld.Sent"/>
    public IReadOnlyList<MailMessage> Sent() => _world.Sent();

    /// <inheritdoc cref="ContactsWorld.WaitingAsync"/>
    public Task<IReadOnlyList<Notification>> WaitingAsync() => _world.WaitingAsync();

    /// <summary>What the link of somebody who is asked says.</summary>
    public LinkToken TokenOf(string address, string round = "U1", string district = "BROMMA") => new(
        LinkPurpose.FollowUp, DistrictCode.Parse(district), FollowUpsKeys.Reply(round, EmailAddress.Parse(address)), 1, Clock.GetUtcNow().AddDays(400));

    /// <summary>What somebody who is asked sees.</summary>
    public Task<FollowUpView?> OpenAsync(string address, string round = "U1", string district = "BROMMA") =>
        Get<FollowUpReplies>().ViewAsync(TokenOf(address, round, district), default);

    /// <summary>Answers on a page that was opened just now.</summary>
    /// <param name="choices">In the order of the statements; null: left open.</param>
    public async Task<FollowUpReplyOutcome> AnswerAsync(string address, IReadOnlyList<int?> choices, string round = "U1", string district = "BROMMA")
    {
        var view = (await OpenAsync(address, round, district))!;
        var given = view.Round.Questionnaire.Statements.Zip(choices).Where(c => c.Second is not null).ToDictionary(c => c.First.Key, c => c.Second!.Value);
        var reply = new FollowUpReply(given, view.Round.Questionnaire.Fingerprint(), view.Times);
        return (await Get<FollowUpReplies>().AnswerAsync(TokenOf(address, round, district), reply, default))!.Outcome;
    }

    /// <summary>The rounds as pages show them.</summary>
    public async Task<IReadOnlyList<RoundRow>> RowsAsync(string district = "BROMMA") =>
        (await Get<FollowUpsReader>().ReadAsync(DistrictCode.Parse(district), default))!.Rows;

    /// <summary>A district with three schools (one of them independent), two contacts and a steering group of two, and a round.</summary>
    public static RegisterBuilder City(Func<FollowUp, FollowUp>? with = null) => RegisterBuilder.City()
        .District("BROMMA", d => d with { DirectorEmail = EmailAddress.Parse("direktor@bromma.example") })
        .School("98000001").School("98000002").School("98000003", s => s with { Provider = Provider.Independent })
        .Contact("anna").Contact("bo")
        .With(c => c with
        {
            SteeringGroups = [Member("eva"), Member("ulf")],
            Questionnaires = [.. DefaultQuestionnaire.Rows],
            FollowUps = [(with ?? (f => f))(Round())],
        });

    /// <summary>A round that opens on a Monday and closes on a Friday.</summary>
    public static FollowUp Round(string id = "U1", string opens = "2026-03-02", string closes = "2026-03-20") => new(
        id, Bromma, DefaultQuestionnaire.Id, DefaultQuestionnaire.Version, "Uppföljning våren 2026", Day(opens), Day(closes),
        [Respondent.Schools, Respondent.Contacts, Respondent.SteeringGroup], "Varje skola ska veta vem den vänder sig till.");

    /// <summary>A member of the district's steering group.</summary>
    public static SteeringGroupMember Member(string name) => new("G", Bromma, "Styrgruppen i Bromma", EmailAddress.Parse($"{name}@bromma.example"), name, null);

    /// <summary>As <c>2026-03-02</c>.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
