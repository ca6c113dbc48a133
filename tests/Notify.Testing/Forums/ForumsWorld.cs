using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;

namespace Notify.Testing.Forums;

/// <summary>The whole road of an invitation, from import to mail, answer and attendance, on a store in memory, a fake transport and a fake clock.</summary>
public sealed class ForumsWorld : IAsyncDisposable
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");
    private readonly ContactsWorld _world;

    /// <param name="now">Stockholm time, as <c>2026-03-02T10:00</c>.</param>
    public ForumsWorld(string now, ForumsOptions? options = null, IRecordStore? store = null) =>
        _world = new(now, store, new() { Forums = options ?? new(), Mail = new() { Trial = false } });

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
            foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
            {
                await Get<ForumsJob>().RunAsync(district, default);
            }

            await _world.DeliverAsync();
        }
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

    /// <inheritdoc cref="ContactsWorld.Sent"/>
    public IReadOnlyList<MailMessage> Sent() => _world.Sent();

    /// <summary>The mails that were sent since this was asked last, as <c>2026-03-02 forum-invitation 23</c>, with how many of the kind on the day.</summary>
    public IReadOnlyList<string> Log() =>
    [
        .. _world.Sent().GroupBy(m => (Day: StockholmTime.DateOf(m.Date), m.Kind))
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key.Day:yyyy-MM-dd} {g.Key.Kind} {g.Count()}")),
    ];

    /// <summary>What waits.</summary>
    public Task<IReadOnlyList<Notification>> WaitingAsync() => _world.WaitingAsync();

    /// <summary>What a link in an invitation of the school says.</summary>
    public LinkToken TokenOf(string school, string forum = "F") => new(
        LinkPurpose.Forum, Bromma, ForumsKeys.Invitee(forum, ForumsKeys.SchoolInvitee(SchoolUnitCode.Parse(school))), 0, Clock.GetUtcNow().AddDays(400));

    /// <summary>Answers on the page behind the school's link.</summary>
    public async Task<ForumReplyResult> AnswerAsync(string school, ForumReply reply, string names = "", string message = "", string forum = "F") =>
        (await Get<ForumReplies>().AnswerAsync(TokenOf(school, forum), new(reply, names, message), default))!;

    /// <summary>What the watch keeps of a school's invitation; null: nothing.</summary>
    public async Task<InviteeState?> InviteeAsync(string school, string forum = "F", string district = "BROMMA") =>
        (await Store.FindAsync(
            district, ForumsKeys.Invitee(forum, ForumsKeys.SchoolInvitee(SchoolUnitCode.Parse(school))), ForumsJson.Default.InviteeState, default))?.Value;

    /// <summary>What the watch keeps of a forum.</summary>
    public async Task<ForumState> ForumAsync(string forum = "F") =>
        (await Store.FindAsync(Bromma.ToString(), ForumsKeys.Forum(forum), ForumsJson.Default.ForumState, default))!.Value;

    /// <summary>Bromma with so many municipal and so many independent schools, 98000001 and on, and one forum, F.</summary>
    public static RegisterBuilder City(int municipal, int independent, string starts, Func<Forum, Forum>? with = null)
    {
        var city = RegisterBuilder.City().District("BROMMA");
        foreach (var number in Enumerable.Range(1, municipal + independent))
        {
            city = city.School(School(number), s => s with { Provider = number <= municipal ? Provider.Municipal : Provider.Independent });
        }

        return city.Forum("F", f => (with ?? (x => x))(At(f, starts)));
    }

    /// <summary>The forum at another time, for two hours.</summary>
    public static Forum At(Forum forum, string starts) => forum with { Starts = ContactsWorld.Moment(starts), Ends = ContactsWorld.Moment(starts).AddHours(2) };

    /// <summary>The code of a school of <see cref="City"/>.</summary>
    public static string School(int number) => string.Create(CultureInfo.InvariantCulture, $"980000{number:00}");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
