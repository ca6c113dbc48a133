using System.Globalization;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Templates;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

public sealed partial class SwedishTexts
{
    public string NavForums => "Forum";

    public string ForumsTitle => "Forum";

    public string ForumsProofTitle => "Kommer fristående skolor till forumen som kommunala?";

    public string ForumsProof(Participation participation)
    {
        var (municipal, independent) = (participation[Provider.Municipal].Held, participation[Provider.Independent].Held);
        return municipal.Invited + independent.Invited == 0
            ? "Inget forum har hållits det senaste året."
            : $"Det senaste året kom {independent.Attended} av {independent.Invited} inbjudna fristående skolor och {municipal.Attended} av {municipal.Invited} kommunala."
                + (participation.Parity is { } parity ? $" Kvoten är {Ratio(parity)}; 1,00 är lika." : " Det är för få skolor för en jämförelse.");
    }

    public string ForumKindWord => "Slag";

    public string ForumKindName(ForumKind kind) => kind switch
    {
        ForumKind.Steering => "Styrgrupp",
        ForumKind.Chiefs => "Chefsnivå",
        ForumKind.Transition => "Övergång förskola–skola",
        ForumKind.Local => "Lokalt forum",
        _ => "Föreläsning",
    };

    public string ForumStageName(ForumStage stage) => stage switch
    {
        ForumStage.Planned => "Planerat, inbjudan har inte gått",
        ForumStage.Invited => "Inbjudan har gått",
        ForumStage.Unrecorded => "Har varit, deltagandet är inte noterat",
        ForumStage.Held => "Genomfört",
        _ => "Inställt",
    };

    public string Term => "Termin";

    public string ParityTitle => "Hur många inbjudna skolor kom?";

    public string ParityHow => "En skola räknas en gång per termin, hur många forum den än är inbjuden till. Kvoten är andelen fristående skolor som kom, delad med andelen kommunala: 1,00 är lika. Den räknas bara när minst fem skolor av varje slag har varit inbjudna.";

    public string AllDistricts => "Hela staden";

    public string NoForumHeld => "Inget forum har hållits än, eller så har ingen noterat vilka som kom.";

    public string ParityCaption => "Skolor som kom, av dem som var inbjudna till forum som har hållits";

    public string ParityWord => "Kvot";

    public string ParityLine(ParityRow row) =>
        $"{row.Term}: kommunala {CameOf(row.Participation[Provider.Municipal].Held)}, fristående {CameOf(row.Participation[Provider.Independent].Held)}, kvot {ParityFigure(row.Participation.Parity)}.";

    public string ParityFigure(double? parity) => parity is { } figure ? Ratio(figure) : "för få skolor";

    public string ForumsHeld => "Forum som har hållits";

    public string HeldOf(int held, int forums) => $"{held} av {forums}";

    public string CameOf(HeldParticipation held) =>
        held.Rate is { } rate ? $"{held.Attended} av {held.Invited} ({Math.Round(rate * 100)} %)" : "ingen inbjuden";

    public string OtherProviders => "Statliga och regionala";

    public string MissingForumsTitle => "Färre forum än utlovat";

    public string MissingForums(MissingForums missing) =>
        $"{missing.Term}, {ForumKindName(missing.Kind).ToLowerInvariant()}: {missing.Planned} av {missing.Promised} är planerade. "
        + (missing.Proposed.Count == 0
            ? "Det finns inte plats för fler den terminen."
            : $"Förslag: {string.Join(" eller ", missing.Proposed.Select(d => WrittenDate.Of(d, "sv")))}. Lägg in {(missing.Proposed.Count == 1 ? "forumet" : "forumen")} i registret, så går inbjudan av sig själv.");

    public string NoForums => "Inga forum passar in på det du valt.";

    public string ForumsCaption(int forums) => forums == 1 ? "Ett forum" : $"{forums} forum";

    public string Forum => "Forum";

    public string WhenAndWhere => "När och var";

    public string Answers => "Svar";

    public string AnswersOf(IReadOnlyCollection<InviteeState> invitees)
    {
        var invited = invitees.Where(i => i.IsInvited).ToList();
        var waiting = invited.Count(i => i.Seat?.Standing == SeatStanding.Waiting);
        return invited.Count == 0
            ? "Ingen inbjuden genom Notify"
            : $"{invited.Count} inbjudna: {invited.Count(i => i.Answer?.Reply == ForumReply.Yes)} ja, {invited.Count(i => i.Answer?.Reply == ForumReply.No)} nej, "
                + $"{invited.Count(i => i.Answer?.Reply == ForumReply.Unsure)} vet inte, {invited.Count(i => i.Answer is null)} utan svar{(waiting > 0 ? $"; {waiting} på väntelistan" : "")}";
    }

    public string SeatsOf(int capacity) => $"{capacity} platser.";

    public string ForumLeftRegister => "Forumet står inte längre i registret.";

    public string Invited => "Inbjuden";

    public string Answer => "Svar";

    public string Message => "Hälsning";

    public string Came => "Kom";

    public string GroupMember => "Ledamot";

    public string AnswerOf(InviteeState invitee, bool isInvited) => invitee switch
    {
        { Told.IsOff: true } => "Fick veta att det inte gäller längre",
        { Answer: { Reply: ForumReply.Yes } answer } =>
            $"Ja, {answer.Persons}{(answer.Names.Count > 0 ? ": " + string.Join(", ", answer.Names) : "")}{(invitee.Seat?.Standing == SeatStanding.Waiting ? " (väntelista)" : "")}",
        { Answer.Reply: ForumReply.No } => "Nej",
        { Answer.Reply: ForumReply.Unsure } => "Vet inte än",
        { InvitedAt: null } when isInvited => "Inbjuden före Notify",
        { InvitedAt: null } => "Inte inbjuden",
        _ => "Har inte svarat",
    };

    public string AttendanceOf(RecordedAttendance? attendance) => attendance switch
    {
        null => "",
        { Attended: false } => "Nej",
        { Persons: { } persons } => $"Ja, {persons}",
        _ => "Ja",
    };

    public string NotReached(string names) => $"Når inte fram till: {names}. Ring och bjud in, och rätta adressen i registret.";

    public string WhoCame => "Vilka kom?";

    public string WhoCameHow => "Kryssa för de skolor som kom, och skriv hur många om du vet. De andra inbjudna noteras som frånvarande. Det går att ändra efteråt.";

    public string OtherSchools => "Kom någon skola som inte var inbjuden?";

    public string Persons => "Antal";

    public string PersonsFrom(string school) => $"Antal personer från {school}";

    public string SaveAttendance => "Spara deltagandet";

    public string AttendanceNotice(AttendanceNotice notice) => notice switch
    {
        Forums.AttendanceNotice.Recorded => "Deltagandet är sparat.",
        Forums.AttendanceNotice.Refused => "Antalet ska vara ett heltal från 1 till 10 000, eller lämnas tomt. Inget är sparat än.",
        _ => "Deltagandet kan noteras när forumet har börjat, och inte om det är inställt. Inget är sparat.",
    };

    public string MailsAboutForum => "Mejl om forumet";

    public string Ratio(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
}
