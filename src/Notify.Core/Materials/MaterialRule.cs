using Notify.Core.Register;

namespace Notify.Core.Materials;

/// <summary>
/// The decision of the materials watch about one recipient: what ought to be on its way now. A pure function of state, facts and
/// situation (DESIGN "4. Support material").
/// </summary>
public static class MaterialRule
{
    /// <summary>What is to be said now. Deciding again changes nothing.</summary>
    /// <param name="reader">Null when the recipient is not, or no longer, among those who ought to know.</param>
    public static MaterialDecision Decide(RecipientState state, MaterialReader? reader, MaterialFacts facts, MaterialSituation situation)
    {
        if (reader is null)
        {
            return new(state with { News = null, Reminder = null }, null);
        }

        var versions = facts.For(reader).ToList();
        var present = Begun(state, versions, situation);
        var awaited = versions.Where(v => present.AwaitedSince(VersionName.Of(v)) is not null).ToList();
        var due = awaited.Where(v => DueOf(present, v, situation) <= situation.Now);
        var wanted = present with
        {
            News = Saying(present.News, versions.Where(v => !present.Knows(VersionName.Of(v))), reader, IsWelcome(present)),
            Reminder = Saying(present.Reminder, due, reader, isWelcome: false),
        };
        return new(wanted, awaited.Select(v => (DateTimeOffset?)DueOf(present, v, situation)).Where(t => t > situation.Now).Min());
    }

    /// <summary>The state when every present version is taken as known: nothing of it is announced or reminded of any more.</summary>
    public static RecipientState TakeAsKnown(RecipientState state, MaterialReader? reader, MaterialFacts facts, MaterialSituation situation)
    {
        var present = reader is null ? state : Begun(state, facts.For(reader), situation);
        var open = reader is null ? [] : facts.For(reader).Select(VersionName.Of).Where(v => !present.Knows(v) || present.AwaitedSince(v) is not null);
        return Told(present, open, ToldChannel.Baseline, situation.Now) with { News = null, Reminder = null };
    }

    /// <summary>The state of somebody who was told versions otherwise than by mail.</summary>
    public static RecipientState Told(RecipientState state, IEnumerable<VersionName> versions, ToldChannel by, DateTimeOffset at) =>
        versions.Aggregate(state, (s, version) => s.With(new ToldVersion(version, by, at)));

    /// <summary>
    /// Since when a receipt of the version is waited for: it was told by mail and in no other way, has not confirmed and has not been
    /// reminded. Null: none is.
    /// </summary>
    public static DateTimeOffset? AwaitedSince(this RecipientState state, VersionName version)
    {
        var told = state.Told.Where(t => t.Version == version).ToList();
        return told.Count > 0 && told.All(t => t.By == ToldChannel.Mail) && !state.HasConfirmed(version) && state.Reminded.All(r => r.Version != version)
            ? told.Min(t => t.At)
            : null;
    }

    /// <summary>
    /// Those who were there when the watch began know what had been published before then, also what the register gets late. Not so
    /// another version of what they know: that is news, even if its day of publication was forgotten.
    /// </summary>
    private static RecipientState Begun(RecipientState state, IEnumerable<Material> versions, MaterialSituation situation) =>
        state.Began is { } began
            ? Told(state, versions.Where(v => v.Published < began && state.Told.All(t => t.Version.Material != v.Id)).Select(VersionName.Of), ToldChannel.Baseline, situation.Now)
            : state;

    private static bool IsWelcome(RecipientState state) => state is { Began: null, Told.Count: 0, Confirmed.Count: 0 };

    private static DateTimeOffset DueOf(RecipientState state, Material version, MaterialSituation situation) =>
        situation.ReminderDue(state.AwaitedSince(VersionName.Of(version))!.Value);

    private static MaterialSaying? Saying(MaterialSaying? planned, IEnumerable<Material> versions, MaterialReader reader, bool isWelcome)
    {
        var wanted = new MaterialSaying([.. versions.Select(SaidVersion.Of)], reader.To, isWelcome);
        return wanted.Items.Count == 0 || wanted.To.Count == 0 ? null
            : planned is not null && planned.IsSameAs(wanted) ? planned
            : wanted;
    }
}

/// <summary>What the watch has decided about one recipient.</summary>
/// <param name="State">The state from now on; its sayings are what ought to be on its way, with mails or none yet.</param>
/// <param name="NextDue">When it must be looked at again although nothing changes; null: never.</param>
public sealed record MaterialDecision(RecipientState State, DateTimeOffset? NextDue);
