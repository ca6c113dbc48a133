using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Web.Agreements;
using Notify.Web.Layout;

namespace Notify.Web.Texts;

/// <summary>Svenska om överenskommelser.</summary>
public sealed partial class SwedishTexts
{
    public string AnswerTitle => "Hur går det med överenskommelsen?";
    public string AnnexOf(string whole) => $"Bilaga till {whole}.";
    public string ReadAgreement => "Läs överenskommelsen";
    public string AgreementEnded => "Överenskommelsen har upphört. Det finns inget att svara på längre.";
    public string DueOn(string day) => $"Ska vara reviderad senast {day}.";
    public string DueOverdue(string day, int days) => days == 1 ? $"Skulle ha varit reviderad senast {day}, i går." : $"Skulle ha varit reviderad senast {day}, för {days} dagar sedan.";
    public string DueExpected(string day) => $"Väntas bli klar senast {day}.";
    public string DueRegistered(string day) => $"I registret står ännu {day}.";

    public string AnswerGiven(AgreementAnswer answer, string moment) => answer.Kind switch
    {
        AnswerKind.Unchanged => $"{answer.By} svarade {moment}: genomgången, inget ändras. Nästa revidering {Moments.Show(answer.Day)}.",
        AnswerKind.Revised => $"{answer.By} svarade {moment}: reviderad. Nästa revidering {Moments.Show(answer.Day)}.",
        _ => $"{answer.By} svarade {moment}: arbetet pågår och väntas vara klart {Moments.Show(answer.Day)}.",
    };

    public string AnswerAgain => "Har ni kommit fram till något annat? Ändra svaret här.";
    public string AnswerQuestion => "Vad har ni kommit fram till?";
    public string ChooseUnchanged(string day) => $"Vi har gått igenom den och inget ändras. Nästa revidering blir {day}.";
    public string ChooseRevised => "Den är reviderad.";
    public string NextRevision => "Nästa revidering";
    public string ChooseUnderWay => "Arbetet pågår.";
    public string ExpectedDone(string last) => $"När räknar ni med att bli klara? Senast {last}.";
    public string WhoAnswers => "Vem svarar?";
    public string ChooseMember => "Medlem i styrgruppen";
    public string NoMember => "Välj, eller skriv namnet nedan";
    public string OtherName => "Namn, om du inte finns i listan";
    public string SendAnswer => "Skicka svaret";
    public string AnswerHint => "Ingen inloggning behövs. Vi sparar vem som svarade, vad och när, och berättar om dagen ändras för dem som har fått påminnelser. Det räcker att en av er svarar.";
    public string AnswerOvertaken(string by) => $"{by} hann svara medan du hade sidan öppen, och det svaret gäller. Titta på det först. Har ni kommit fram till något annat? Skicka då ditt svar en gång till.";

    public string AnswerNotice(AnswerNotice notice) => notice switch
    {
        Agreements.AnswerNotice.Recorded => "Tack! Svaret gäller från och med nu.",
        Agreements.AnswerNotice.AlreadySaid => "Tack! Det har någon av er redan svarat, så allt är klart.",
        Agreements.AnswerNotice.Overtaken => "Revideringsdagen ändrades medan du hade sidan öppen. Inget har sparats. Titta på vad som gäller nu och skicka svaret en gång till.",
        Agreements.AnswerNotice.NoAnswer => "Välj ett av de tre svaren. Inget har sparats.",
        Agreements.AnswerNotice.NoName => "Välj vem du är i listan, eller skriv ditt namn (2 till 100 tecken). Inget har sparats.",
        _ => "Ange en dag som ligger framåt i tiden, och inte längre fram än sidan tillåter. Inget har sparats.",
    };

    public string NavAgreements => "Överenskommelser";
    public string AgreementsTitle => "Överenskommelser";
    public string AgreementsProofTitle => "Revideras överenskommelserna i tid?";

    public string AgreementsProof(AgreementsProof proof) => proof.Overdue == 0
        ? $"{proof.InForce} gäller. Ingen är försenad."
        : proof.Overdue == 1 ? $"{proof.InForce} gäller. 1 av dem är försenad, med {OverdueDays(proof.OverdueDays)}."
        : $"{proof.InForce} gäller. {proof.Overdue} av dem är försenade, tillsammans med {OverdueDays(proof.OverdueDays)}.";

    public string AgreementsCaption(int agreements) => agreements == 1 ? "1 överenskommelse" : $"{agreements} överenskommelser";
    public string NoAgreements => "Ingen överenskommelse passar in på det du söker.";
    public string SearchAgreements => "Titel eller styrgrupp";
    public string Agreement => "Överenskommelse";
    public string RevisionDay => "Revideringsdag";

    public string StageName(AgreementStage stage) => stage switch
    {
        AgreementStage.InTime => "I tid",
        AgreementStage.Soon => "Snart dags",
        AgreementStage.UnderWay => "Arbetet pågår",
        AgreementStage.Overdue => "Försenad",
        _ => "Upphörd",
    };

    public string OverdueDays(int days) => days == 1 ? "1 dag" : $"{days} dagar";
    public string AgreementFilter(AgreementFilterState state) =>
        state == AgreementFilterState.Conflict ? InConflict : StageName(Enum.Parse<AgreementStage>(state.ToString()));

    public string InConflict => "Registret och svaret skiljer sig";
    public string TimelineTitle => "De kommande 18 månaderna";

    public string TimelineAlternative(int agreements, string first, string last) =>
        $"Tidslinje från {first} till {last} med {AgreementsCaption(agreements)}. Varje rad visar revideringsdagen och läget i ord. Samma uppgifter står i tabellen nedanför.";

    public string TimelineToday => "I dag";
    public string TimelineExpected(string day) => $"väntas klar {day}";
    public string TimelineLater(string day) => $"Senare: {day}";
    public string TimelineMore(int shown, int all) => $"Bilden visar de {shown} som ska revideras först av {all}. Välj stadsdel för att se fler.";
    public string OverduePerMonth => "Försenade dagar per månad";
    public string OverduePerMonthHow => "En överenskommelse som är försenad en hel månad ger lika många dagar som månaden har. Dagarna räknas från att Notify kände till revideringsdagen. Att arbetet pågår stoppar inte räkningen.";
    public string NoOverdue => "Inga försenade dagar de senaste tolv månaderna.";
    public string Month => "Månad";
    public string Days => "Dagar";
    public string ByRegister => "Enligt registret";
    public string ByAnswer => "Enligt styrgruppens svar";
    public string Counts => "gäller";
    public string DoesNotCount => "gäller inte";

    public string AnswerStandingText(AnswerStanding standing) => standing switch
    {
        AnswerStanding.Counts => "Svaret gäller tills registret säger samma sak. För in dagen i registret när det passar.",
        AnswerStanding.Agreed => "Registret och svaret säger samma sak.",
        AnswerStanding.Overtaken => "Registret har fått en senare dag än svaret, och den gäller.",
        _ => "Registret har fått en tidigare dag än den som styrgruppen svarade. Svaret gäller. Ta reda på vilken dag som stämmer och rätta registret.",
    };

    public string AnswersTitle => "Svar från styrgruppen";
    public string NoAnswers => "Ingen har svarat ännu.";

    public string AnswerLine(AgreementAnswer answer) => answer.Kind switch
    {
        AnswerKind.Unchanged => $"Genomgången, inget ändras. Nästa revidering {Moments.Show(answer.Day)}.",
        AnswerKind.Revised => $"Reviderad. Nästa revidering {Moments.Show(answer.Day)}.",
        _ => $"Arbetet pågår, väntas klart {Moments.Show(answer.Day)}.",
    };

    public string AboutAgreement => "Om överenskommelsen";
    public string SignedOn => "Tecknad";
    public string Interval => "Revideras";
    public string IntervalText(int? months) => months is { } every ? (every == 12 ? "varje år" : $"var {every}:e månad") : "vid behov, med en koll varje år";
    public string SteeringGroup => "Styrgrupp";
    public string Informed => "Informeras";
    public string OtherDistricts => "Gäller också";
    public string Annexes => "Bilagor";
    public string Reminders => "Påminnelser";
    public string RemindersText(string days) => $"{days} dagar före";
    public string Document => "Dokument";
    public string MailsAboutAgreement => "Mejl om överenskommelsen";

    public string AgreementChangesTitle => "I registret";

    public string RowChangeName(RowChange change) => change switch
    {
        RowChange.Added => "Kom in",
        RowChange.Changed => "Ändrades",
        _ => "Togs bort",
    };

    public string AgreementChangeLine(AgreementChange change) =>
        $"{change.Agreement.Title}{(change.Agreement.NextRevision is { } day ? $", revideras {Moments.Show(day)}" : "")}, från {change.Source}";
}
