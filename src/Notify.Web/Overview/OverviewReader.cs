using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Jobs;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Templates.Wording;
using Notify.Web.Access;
using Notify.Web.Jobs;
using Notify.Web.Layout;

namespace Notify.Web.Overview;

/// <summary>Trial mode, and what it keeps back.</summary>
/// <param name="Mails">In trial mode all that would have gone; else what still holds and waits for a decision.</param>
/// <param name="District">The code of the first district that has any; empty when none has.</param>
public sealed record TrialState(bool IsOn, int Mails, string District);

/// <summary>Something in a district, with the district's name.</summary>
public sealed record InDistrict<T>(string District, T Item);

/// <summary>What a coordinator sees first.</summary>
/// <param name="All">Every district that the person may see, by name.</param>
/// <param name="Shown">Those that were chosen, or all.</param>
/// <param name="Calls">Open rows, the longest waiting first.</param>
/// <param name="Next">What leaves next.</param>
/// <param name="Beats">The signs of life of the jobs that are late or have failed.</param>
/// <param name="Dead">How much work the queue gave up; null: it cannot be seen now.</param>
/// <param name="Sources">The sources of the register that somebody has to look at; none for whoever does not see the whole municipality.</param>
/// <param name="Wordings">Own wordings that are not used, or were not for some mail.</param>
public sealed record OverviewModel(
    IReadOnlyList<DistrictName> All,
    IReadOnlyList<DistrictGlance> Shown,
    CityGlance City,
    Trend Trend,
    IReadOnlyList<InDistrict<CallRow>> Calls,
    IReadOnlyList<InDistrict<GlanceMail>> Next,
    IReadOnlyList<InDistrict<GlanceMail>> Held,
    IReadOnlyList<InDistrict<DeadAddress>> DeadAddresses,
    IReadOnlyList<InDistrict<ContactFlag>> TooMany,
    TrialState Trial,
    IReadOnlyList<HeartbeatStatus> Beats,
    int? Dead,
    IReadOnlyList<string> Sources,
    IReadOnlyList<WordingState> Wordings)
{
    /// <summary>Agreements of which the register was given an older day than the answer.</summary>
    public int Conflicts => Shown.Sum(d => d.Conflicts);

    /// <summary>Kinds of forums of which a district has fewer in a term than it has promised.</summary>
    public int MissingForums => Shown.Sum(d => d.MissingForums);

    /// <summary>Schools that have no contact.</summary>
    public int NoContact => Shown.Sum(d => d.NoContact);

    /// <summary>Schools that hang on one person.</summary>
    public int SolePerson => Shown.Sum(d => d.SolePerson);
}

/// <summary>Reads the overview. One store operation a district when nothing has changed there, and five for the rest.</summary>
public sealed class OverviewReader(
    DistrictList districts, MailOptions mail, Heartbeats heartbeats, DeadWork dead, IEnumerable<ISource> sources, SourceBook book, Wordings wordings)
{
    /// <summary>The overview now.</summary>
    /// <param name="chosen">Empty: all that the person may see.</param>
    public async Task<OverviewModel> ReadAsync(PortalUser user, IReadOnlySet<DistrictCode> chosen, CancellationToken ct)
    {
        var read = await districts.GlancesAsync(user, ct);
        var shown = read.Where(d => chosen.Count == 0 || chosen.Contains(d.Glance.Code)).ToList();
        var glances = shown.ConvertAll(s => s.Glance);
        return new(
            [.. read.Select(d => new DistrictName(d.Glance.Code, d.Glance.Name))],
            glances,
            CityGlance.Of(glances),
            Trend.Sum([.. shown.Select(s => s.Trend)]),
            [.. In(glances, g => g.Calls).OrderBy(c => c.Item.At)],
            [.. In(glances, g => g.Next).OrderBy(m => m.Item.NotBefore)],
            [.. In(glances, g => g.Held).OrderBy(m => m.Item.NotBefore)],
            [.. In(glances, g => g.DeadAddresses).OrderByDescending(d => d.Item.At)],
            [.. In(glances, g => g.TooMany).OrderByDescending(f => f.Item.Count)],
            new(mail.Trial, glances.Sum(g => g.Kept), glances.FirstOrDefault(g => g.Kept > 0)?.Code.ToString() ?? ""),
            [.. (await heartbeats.ReadAsync(ct)).Where(b => b.Late || b.Failure is not null)],
            (await dead.ReadAsync(ct))?.Count,
            user.Reads.IsAll && sources.Any() ? await TroubledAsync(ct) : [],
            await wordings.ProblemsAsync(ct));
    }

    private async Task<IReadOnlyList<string>> TroubledAsync(CancellationToken ct)
    {
        var states = await book.ReadAsync(ct);
        return [.. sources.Select(s => s.Name).Where(name => states.TryGetValue(name, out var state) && (state.Failure is not null || state.Refusal is { IsPassed: false }))];
    }

    private static IEnumerable<InDistrict<T>> In<T>(IEnumerable<DistrictGlance> glances, Func<DistrictGlance, IEnumerable<T>> items) =>
        glances.SelectMany(g => items(g).Select(i => new InDistrict<T>(g.Name, i)));
}
