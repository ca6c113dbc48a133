using System.Globalization;
using Notify.Core.Forums;
using Notify.Core.Templates;
using Notify.Core.Time;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

public sealed partial class SwedishTexts
{
    public string ForumAnswerTitle => "Inbjudan till forum";

    public string MeetingTime(Meeting meeting)
    {
        var (first, last) = (StockholmTime.DateOf(meeting.Starts), StockholmTime.DateOf(meeting.Ends));
        return $"{WrittenDate.Of(first, "sv")} kl. {Clock(meeting.Starts)}{(first == last ? "–" : $" till {WrittenDate.Of(last, "sv")} kl. ")}{Clock(meeting.Ends)}";
    }

    public string InvitedAs(string invitee, string district) => $"Inbjuden: {invitee}. Inbjudan kommer från socialtjänsten i {district}.";

    public string ForumAnswered(ForumAnswer answer, string moment) => answer.Reply switch
    {
        ForumReply.Yes => $"Svar {moment}: ja, {(answer.Persons == 1 ? "en person" : $"{answer.Persons} personer")}{(answer.Names.Count > 0 ? $" ({string.Join(", ", answer.Names)})" : "")}.",
        ForumReply.No => $"Svar {moment}: nej.",
        _ => $"Svar {moment}: vet inte än.",
    };

    public string ForumQueue(int before) => before switch
    {
        0 => "Anmälan står först på väntelistan.",
        1 => "Anmälan står på väntelistan, med en anmälan före.",
        _ => $"Anmälan står på väntelistan, med {before} anmälningar före.",
    };

    public string? ForumClosed(ForumView view) => view.Door switch
    {
        ForumDoor.Begun => "Forumet har börjat eller är över, så svaret går inte längre att ändra här.",
        ForumDoor.CalledOff => "Forumet är inställt. Ni behöver inte göra något.",
        ForumDoor.Withdrawn => "Forumet vänder sig inte längre till er. Ni behöver inte göra något.",
        _ => null,
    };

    public string ForumQuestion => "Kommer ni?";

    public string ForumChoice(ForumReply reply) => reply switch
    {
        ForumReply.Yes => "Ja, vi kommer",
        ForumReply.No => "Nej, vi kan inte komma",
        _ => "Vi vet inte än",
    };

    public string ForumNames => "Vilka kommer? Skriv ett namn på varje rad.";

    public string ForumNamesHint(int? capacity) => capacity is { } seats
        ? $"Går bra att lämna tomt: då räknar vi med en person. Forumet har {seats} platser."
        : "Går bra att lämna tomt: då räknar vi med en person.";

    public string ForumMessage => "Hälsning till arrangören (frivilligt)";

    public string ForumMessageHint => "Skriv aldrig något om enskilda barn här.";

    public string ForumAnswerHint => "Svaret går att ändra ända tills forumet börjar. Använd samma länk.";

    public string? ForumNotice(ForumNotice notice, ForumView view) => notice switch
    {
        Forums.ForumNotice.Recorded => view.Queue is null ? "Tack! Svaret är sparat." : "Tack! Svaret är sparat. Platserna räcker inte till just nu, men ni får ett mejl om det blir en plats.",
        Forums.ForumNotice.NoAnswer => "Välj ja, nej eller vet inte, och skicka igen. Inget är sparat än.",
        Forums.ForumNotice.WrongNames => $"Skriv högst {ForumReplyRule.MostNames} namn, ett på varje rad och högst {ForumReplyRule.LongestName} tecken långt. Inget är sparat än.",
        Forums.ForumNotice.WrongMessage => $"Hälsningen får ha högst {ForumReplyRule.LongestMessage} tecken. Inget är sparat än.",
        Forums.ForumNotice.TooMany => "Så många platser finns det inte. Skriv färre namn och skicka igen. Det förra svaret gäller.",
        Forums.ForumNotice.Closed => "Svaret kunde inte sparas.",
        _ => null,
    };

    private static string Clock(DateTimeOffset instant) => StockholmTime.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
