using System.Globalization;
using Notify.Core.FollowUps;
using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>
/// Rounds of follow-up. Told in Utlåtande 2016:203: Kungsholmen and Norrmalm use a model, Bromma begins, Älvsjö and Östermalm follow
/// up in the steering group, Skärholmen gave up one that had no link to goals (so its round has none); the days are ours.
/// </summary>
internal static class SampleFollowUps
{
    private const string Continuity = "Varje skola ska veta vem i socialtjänsten den vänder sig till.";
    private const string Participation = "Fristående skolor ska delta i samverkan i lika stor utsträckning som kommunala.";
    private const string Agreement = "Överenskommelsen ska vara känd och användas av alla parter.";

    private static readonly Respondent[] Everybody = [Respondent.Schools, Respondent.Contacts];

    private static readonly IReadOnlyList<(string District, int Opens, int Closes, IReadOnlyList<Respondent> Respondents, string? Goal)> Rounds =
    [
        ("BROMMA", 38, 66, Everybody, Participation),
        ("KUNGSHOLMEN", -190, -165, Everybody, Agreement),
        ("KUNGSHOLMEN", 40, 61, Everybody, Agreement),
        ("NORRMALM", -185, -160, Everybody, Continuity),
        ("NORRMALM", 36, 57, Everybody, Continuity),
        ("RK", 45, 70, [Respondent.Schools], Participation),
        ("SKARHOLMEN", -240, -210, [Respondent.Schools], null),
        ("ALVSJO", -48, -27, [Respondent.SteeringGroup], Agreement),
        ("ALVSJO", 50, 71, [Respondent.SteeringGroup], Agreement),
        ("OSTERMALM", 36, 57, [Respondent.SteeringGroup], Agreement),
    ];

    /// <summary>Behind and ahead; none is open within the first month, so that a newcomer is not flooded with mail.</summary>
    public static IReadOnlyList<FollowUp> Create(SampleDays days) =>
    [
        .. Rounds.GroupBy(r => r.District).SelectMany(g => g.Select((round, place) =>
        {
            var opens = days.In(round.Opens);
            return new FollowUp(
                string.Create(CultureInfo.InvariantCulture, $"U-{round.District}-{place + 1}"),
                SampleDistricts.Of(round.District).Key,
                DefaultQuestionnaire.Id,
                DefaultQuestionnaire.Version,
                $"Uppföljning av samverkan {SampleDays.TermOf(opens)} (vårt eget formulär, inte SKL:s)",
                opens,
                days.In(round.Closes),
                round.Respondents,
                round.Goal);
        })),
    ];
}
