using System.Text.RegularExpressions;
using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Register;

namespace Notify.Web.Tests.World;

/// <summary>A small city with agreements, and the roads that lead to the page on which a steering group answers.</summary>
public static partial class Agreements
{
    /// <summary>Bromma with an agreement to be revised on 16 March, four members who look after it, and a school that is informed.</summary>
    public static RegisterBuilder Bromma(string nextRevision = "2026-03-16", Func<Agreement, Agreement>? with = null)
    {
        var city = Cities.Bromma().Agreement("A", a => (with ?? (x => x))(a with
        {
            Title = "Överenskommelse i Bromma",
            NextRevision = DateOnly.Parse(nextRevision, System.Globalization.CultureInfo.InvariantCulture),
            Url = new("https://stad.example/overenskommelse"),
            Informed = [EmailAddress.Parse("rektor@friskolan.example")],
        }));
        return city.With(c => c with
        {
            SteeringGroups =
            [
                Member("eva", "Eva Sandberg", "Grundskolechef"), Member("bo", "Bo Ek", null), Member("chef", null, "Enhetschef barn och unga"), Member("namnlos", null, null),
            ],
        });
    }

    /// <summary>A world in which the group was reminded on a Monday, a fortnight ahead.</summary>
    public static async Task<WebWorld> RemindedAsync(IRecordStore? store = null, Language language = Language.Swedish)
    {
        var world = await WebWorld.StartAsync(store);
        await world.ImportAsync(Bromma().ChangeDistrict("BROMMA", d => d with { Language = language }));
        await world.RunAsync();
        return world;
    }

    /// <summary>The path of a link in the reminder that was sent last.</summary>
    /// <param name="answer">Which of the three.</param>
    public static string AnswerLink(this WebWorld world, string answer = "unchanged") =>
        LinkTo().Matches(world.Transport.Calls.Last(m => m.Kind == AgreementKinds.Reminder).Content.Text)
            .Select(m => m.Groups[1].Value).Single(l => l.EndsWith("=" + answer, StringComparison.Ordinal));

    /// <summary>What the watch keeps of the agreement.</summary>
    public static async Task<AgreementState> AgreementAsync(this WebWorld world) =>
        (await world.Get<IRecordStore>().FindAsync("BROMMA", AgreementsKeys.Agreement("A"), AgreementsJson.Default.AgreementState, default))!.Value;

    /// <summary>The value that stands for a member in the list.</summary>
    public static string MemberNamed(this Page page, string name) =>
        page.Document.QuerySelectorAll("#member option").Single(o => o.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;

    private static SteeringGroupMember Member(string address, string? name, string? role) =>
        new("G-A", DistrictCode.Parse("BROMMA"), "Styrgruppen i Bromma", EmailAddress.Parse($"{address}@bromma.example"), name, role);

    [GeneratedRegex(@"https?://[^/\s]+(/r/\S+)")]
    private static partial Regex LinkTo();
}
