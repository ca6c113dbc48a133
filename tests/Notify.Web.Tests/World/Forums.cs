using System.Text.RegularExpressions;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Register;

namespace Notify.Web.Tests.World;

/// <summary>A small city with a forum, and the roads that lead to the page on which a school answers.</summary>
public static partial class Forums
{
    /// <summary>Bromma with two schools and a forum on 1 April.</summary>
    public static RegisterBuilder Bromma(Func<Forum, Forum>? with = null) =>
        Cities.Bromma().School("98000002").Forum("F", f => (with ?? (x => x))(f with
        {
            Title = "Lokalt forum i Bromma",
            Starts = ContactsWorld.Moment("2026-04-01T13:30"),
            Ends = ContactsWorld.Moment("2026-04-01T15:30"),
            Agenda = "1. Kontaktvägar\n2. <b>Stödmaterial</b>",
        }));

    /// <summary>A world in which the schools were invited, on Monday 2 March.</summary>
    public static async Task<WebWorld> InvitedAsync(Func<Forum, Forum>? with = null, IRecordStore? store = null)
    {
        var world = await WebWorld.StartAsync(store);
        await world.ImportAsync(Bromma(with));
        await world.RunAsync();
        return world;
    }

    /// <summary>The path of a link in the invitation to a school.</summary>
    /// <param name="answer">Which of the three.</param>
    public static string ForumLink(this WebWorld world, string answer = "yes", string school = "98000001") =>
        LinkTo().Matches(world.Transport.Calls.Last(m => m.Kind == ForumKinds.Invitation && m.Content.Text.Contains("Skola " + school, StringComparison.Ordinal)).Content.Text)
            .Select(m => m.Groups[1].Value).Single(l => l.EndsWith("=" + answer, StringComparison.Ordinal));

    /// <summary>What the watch keeps of the school's invitation.</summary>
    public static async Task<InviteeState> InviteeAsync(this WebWorld world, string school = "98000001") =>
        (await world.Get<IRecordStore>().FindAsync(
            "BROMMA", ForumsKeys.Invitee("F", "school:" + school), ForumsJson.Default.InviteeState, default))!.Value;

    [GeneratedRegex(@"https?://[^/\s]+(/r/\S+)")]
    private static partial Regex LinkTo();
}
