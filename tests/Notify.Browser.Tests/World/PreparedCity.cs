using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Local.Sample;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web;

namespace Notify.Browser.Tests.World;

/// <summary>
/// Six weeks of the sample city, lived through once for all tests: contacts that changed, receipts and silence, schools to ring, mail
/// that failed, forums to answer, agreements overdue, a round of follow-up with its result and some that are open, and mails that
/// trial mode kept back.
/// </summary>
public sealed class PreparedCity
{
    /// <summary>The day that the sample is counted from.</summary>
    public const string Began = "2026-01-26T10:00";

    /// <summary>Now: a Monday morning.</summary>
    public const string Now = "2026-03-09T10:00";

    private static readonly FollowUp Answered = new(
        "U-FARSTA-1", DistrictCode.Parse("FARSTA"), DefaultQuestionnaire.Id, DefaultQuestionnaire.Version, "Uppföljning av samverkan våren 2026",
        new(2026, 1, 28), new(2026, 2, 4), [Respondent.Schools, Respondent.Contacts], "Varje skola ska veta vem i socialtjänsten den vänder sig till.");

    private readonly FakeTimeProvider _clock = new(ContactsWorld.Moment(Began));
    private readonly MailOptions _mail = new() { Trial = true, MaxPerMinute = 0 };
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeTransport _transport = new();
    private readonly Lazy<Task> _lived;
    private IServiceProvider _services = null!;

    public PreparedCity() => _lived = new(LiveAsync);

    /// <summary>A copy of all that is recorded, and the mails that were sent.</summary>
    internal async Task<(InMemoryRecordStore Store, IReadOnlyList<MailMessage> Mails)> CopyAsync()
    {
        await _lived.Value;
        return (_store.Copy(), _transport.Calls);
    }

    private async Task LiveAsync()
    {
        await using var services = new ServiceCollection().AddCity(_store, _clock, _transport, _mail).AddNotifyLinks().AddLogging(l => l.ClearProviders()).BuildServiceProvider();
        _services = services;
        _transport.Answer = (mail, _) => Task.FromResult<SendOutcome>(mail.Kind == ContactKinds.Changed && mail.Id.ToString().EndsWith('2')
            ? new SendOutcome.Permanent("550 no such mailbox")
            : new SendOutcome.Accepted("provider-1", []));
        var city = RegisterBuilder.From(SampleRegister.Create(new(2026, 1, 26))).With(c => c with { FollowUps = [.. c.FollowUps!, Answered] });
        await ImportAsync(city);
        await RunAsync();
        await LookAsync();
        await FollowUpAsync();
        await ChangeContactsAsync(city);
        foreach (var day in new[] { "2026-02-17T09:00", "2026-02-24T09:00", "2026-03-02T09:00", "2026-03-09T09:00" })
        {
            _clock.SetUtcNow(ContactsWorld.Moment(day));
            await RunAsync();
            await LookAsync();
        }

        var answers = new Answers(_services, _transport.Calls);
        await answers.GiveAsync();
        await answers.ActAsync();
        _clock.SetUtcNow(ContactsWorld.Moment(Now));
        await ImportAsync(Changed(Changed(city, "EAV", "BROMMA", "FARSTA"), "OSTERMALM"));
        await RunAsync();
        await OutsideSources.SpeakAsync(_services, _clock.GetUtcNow());
    }

    /// <summary>Trial mode is left; schools and contacts answer the round that is open; its result goes out.</summary>
    private async Task FollowUpAsync()
    {
        _mail.Trial = false;
        _clock.SetUtcNow(ContactsWorld.Moment("2026-01-29T09:00"));
        await RunAsync();
        var register = _services.GetRequiredService<RegisterStore>();
        var snapshot = await register.SnapshotAsync(Answered.District, (await register.PointerAsync(Answered.District, default))!, default);
        foreach (var (place, who) in RespondentFacts.Of(Answered, snapshot).Index().Where(r => r.Index % 4 != 3))
        {
            var replies = _services.GetRequiredService<FollowUpReplies>();
            var token = new LinkToken(LinkPurpose.FollowUp, Answered.District, FollowUpsKeys.Reply(Answered.Id, who.Address), 1, _clock.GetUtcNow().AddDays(400));
            var view = (await replies.ViewAsync(token, default))!;
            var choices = view.Round.Questionnaire.Statements.Index().ToDictionary(s => s.Item.Key, s => 1 + ((place + s.Index) % s.Item.ScaleMax));
            await replies.AnswerAsync(token, new(choices, view.Round.Questionnaire.Fingerprint(), view.Times), default);
        }

        _clock.SetUtcNow(ContactsWorld.Moment("2026-02-05T09:00"));
        await RunAsync();
    }

    /// <summary>In two districts the schools of somebody get somebody else, and a material a new version; every other school confirms.</summary>
    private async Task ChangeContactsAsync(RegisterBuilder city)
    {
        await ImportAsync(Changed(city, "EAV", "BROMMA", "FARSTA"));
        await RunAsync();
        _clock.SetUtcNow(ContactsWorld.Moment("2026-02-05T10:00"));
        await RunAsync();
        foreach (var (_, mail) in _transport.Calls.Where(m => m.Kind == ContactKinds.Changed).Index().Where(m => m.Index % 2 == 0))
        {
            await _services.GetRequiredService<ContactReceipts>().ConfirmAsync(Links.TokenIn(mail, _services), default);
        }

        await LookAsync();
    }

    /// <summary>Somebody opens the overview: how the proofs go is noted from then on.</summary>
    private async Task LookAsync() =>
        await _services.GetRequiredService<Glances>().ReadAsync(await _services.GetRequiredService<RegisterStore>().DistrictsAsync(default), default);

    private static RegisterBuilder Changed(RegisterBuilder city, params string[] districts) => city.With(c => c with
    {
        Assignments = [.. c.Assignments!.Select(a => districts.Contains(a.District.ToString()) ? a with { Contact = Successor(c, a) } : a)],
        Materials = [.. c.Materials!.Select(m => m with { Version = "2026:2", Published = new(2026, 2, 5) })],
    });

    private static string Successor(RegisterContent content, Assignment assignment)
    {
        var people = content.Contacts!.Where(c => c.District == assignment.District && c.Kind == ContactKind.Person).Select(c => c.Id).ToList();
        return people.IndexOf(assignment.Contact) is var at and >= 0 ? people[(at + 1) % people.Count] : assignment.Contact;
    }

    private async Task ImportAsync(RegisterBuilder city) =>
        await _services.GetRequiredService<RegisterImport>().ImportAsync(city.Build(), new ImportRequest("test", AllowMassChange: true), null, default);

    private async Task RunAsync()
    {
        foreach (var row in DefaultSchedule.Rows)
        {
            await _services.GetRequiredService<JobRunner>().RunAsync(row.Job, null, default);
        }
    }
}
