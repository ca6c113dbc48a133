using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.FollowUps;
using Notify.Web.Layout;

namespace Notify.Web.Texts;

/// <summary>The words about follow-up in Swedish.</summary>
public sealed partial class SwedishTexts
{
    public string FollowUpIntro(string district, int statements) =>
        $"Hur fungerar samverkan mellan skolan och socialtjänsten i {district}? Säg hur väl de här {statements} påståendena stämmer, så som du ser det.";

    public string FollowUpFor(IReadOnlyList<string> schools) => $"Du svarar för {Listed(schools)}.";
    public string FollowUpUntil(string day) => $"Du kan svara och ändra dina svar till och med {day}. Du behöver inte svara på allt på en gång.";
    public string FollowUpSavedAt(string moment, int done, int all) => $"Sparat {moment}: {done} av {all} påståenden.";
    public string FollowUpSavedStep(string choice) => $"Sparat svar: {choice}";

    public string ChoiceName(int choice, int last) => choice == 1 ? "1 – stämmer inte alls" : choice == last ? $"{last} – stämmer helt" : $"{choice}";

    public string DontKnow => "Vet inte, eller inte aktuellt";
    public string FollowUpSave => "Spara svaren";
    public string FollowUpHint => "Ingen inloggning behövs. Svaren visas bara tillsammans med andras, och grupper med färre än fem svar redovisas aldrig för sig. Ett påstående som du hoppar över räknas inte.";

    public string FollowUpNotOpen(FollowUpView view) => view.IsAhead
        ? $"Undersökningen har inte öppnat än. Den öppnar {Moments.Show(view.Round.Opens)}."
        : view.Answer is null
            ? $"Undersökningen är stängd. Sista dagen var {Moments.Show(view.Round.Closes)}."
            : $"Undersökningen är stängd. Sista dagen var {Moments.Show(view.Round.Closes)}. Tack för ditt svar, det är med i resultatet.";

    public string FollowUpNoticeText(FollowUpNotice notice, FollowUpView view) => notice switch
    {
        FollowUpNotice.None => "",
        FollowUpNotice.Saved when view.IsWhole => "Tack! Alla dina svar är sparade.",
        FollowUpNotice.Saved => $"Svaren är sparade. {view.Round.Questionnaire.Statements.Count - view.Done} påståenden är obesvarade: svara gärna på dem också.",
        FollowUpNotice.Changed => "Frågorna ändrades medan du hade sidan öppen. Vi har sparat dina svar på de påståenden som finns kvar. Gå igenom sidan och spara en gång till.",
        FollowUpNotice.Overtaken => "Någon annan sparade svar med samma länk medan du hade sidan öppen. Dina svar är inte sparade än. De står ifyllda här nedanför, med de sparade svaren intill. Spara om dina ska gälla.",
        FollowUpNotice.Empty => "Svara på minst ett påstående. Inget har sparats.",
        _ => $"Svaren är inte sparade. {FollowUpNotOpen(view)}",
    };

    public string NavFollowUps => "Uppföljning";
    public string FollowUpsTitle => "Uppföljning";
    public string FollowUpsProofTitle => "Följs samverkan upp?";

    public string FollowUpsProof(FollowUpsProof proof) =>
        (proof.Asked == 0 ? "Ingen undersökning har öppnat än." : $"{proof.Answered} av {proof.Asked} har svarat i de senaste undersökningarna.")
        + (proof.Index is { } index ? $" Stadens index är {FigureText.Of(index, Language.Swedish)} av 100." : "")
        + (proof.WithoutGoal > 0 ? $" {(proof.WithoutGoal == 1 ? "1 uppföljning" : $"{proof.WithoutGoal} uppföljningar")} saknar mål." : "");

    public string FollowUpDistricts(int districts) => districts == 1 ? "1 stadsdel" : $"{districts} stadsdelar";

    public string FollowUpStatusName(FollowUpStatus status) => status switch
    {
        FollowUpStatus.Used => "Använder",
        FollowUpStatus.Waiting => "Väntar",
        FollowUpStatus.Abandoned => "Har slutat",
        _ => "Vet inte",
    };

    public string FollowUpStatusHow(int days) =>
        $"Använder: någon har svarat i en undersökning som är öppen eller stängde för högst {days} dagar sedan. Väntar: inte så, men en undersökning är öppen eller på väg. Har slutat: det har funnits undersökningar, men ingen är öppen eller på väg. Vet inte: det finns ingen.";

    public string TermsTitle => "Hela staden";
    public string NoTerms => "Ingen undersökning har stängt än.";
    public string TermName(SchoolTerm term) => $"{(term.IsAutumn ? "Hösten" : "Våren")} {term.Year}";

    public string TermLine(CityFigures city) =>
        $"({city.Questionnaire}): {Replied(city.Answered, city.Asked)}{(city.Weighted is { } index ? $" Index {FigureText.Of(index, Language.Swedish)}." : "")}";

    public string RoundsTitle => "Undersökningar";
    public string RoundTitle => "Undersökning";
    public string NoRounds => "Ingen";

    public string RoundLine(RoundRow row) => row.Round.Stage switch
    {
        RoundStage.Coming => $"öppnar {Moments.Show(row.Round.Opens)}",
        RoundStage.Missed => $"stängde {Moments.Show(row.Round.Closes)}, ingen tillfrågades",
        RoundStage.Open => $"öppen till och med {Moments.Show(row.Round.Closes)}, {Share(row)}",
        _ => $"stängde {Moments.Show(row.Round.Closes)}, {Share(row)}{(row.Figures?.Index is { } index ? $", index {FigureText.Of(index, Language.Swedish)}" : "")}",
    };

    public string NoGoal => "Inget mål";
    public string NoGoalWhy => "En uppföljning utan mål är svår att göra något av. Skriv målet i registret.";
    public string Goal => "Mål";
    public string AboutRound => "Om undersökningen";

    public string RoundStageName(RoundStage stage) => stage switch
    {
        RoundStage.Coming => "På väg",
        RoundStage.Open => "Öppen",
        RoundStage.Closed => "Stängd",
        RoundStage.Missed => "Stängde innan Notify kunde fråga någon",
        _ => "Borttagen",
    };

    public string Opens => "Öppnar";
    public string LastDay => "Sista dag";
    public string Questionnaire => "Frågor";
    public string VersionOf(string version) => $"version {version}";
    public string RepliesTitle => "Svar och index";
    public string Replied(int answered, int asked) => $"{answered} av {asked} svarade.";
    public string IndexOf100 => "index, på en skala från 0 till 100.";
    public string ChangedSince(string change, string since) => $"{change} sedan {since}.";
    public string ResultLater => "Resultatet räknas ut på morgonen efter sista dagen. Innan dess visas bara hur många som har svarat.";
    public string TooFewAll => "Färre än fem svarade. Då visas inga resultat, eftersom det skulle kunna gå att se vem som har svarat vad.";
    public string TooFewGroup => "för få svar för att visas för sig";
    public string TooFewShort => "färre än fem svar";
    public string NotCompared(IReadOnlyList<string> areas) => $"Frågorna är inte desamma som förra gången. Jämförelsen gäller bara de områden som finns i båda. De här går inte att jämföra: {Listed(areas)}.";
    public string LeftOut(IReadOnlyList<string> areas) => $"Stadsdelarna har använt olika versioner av frågorna. Stadens siffror gäller bara de områden som alla har. De här är inte med: {Listed(areas)}.";
    public string RadarTitle => "Radar";
    public string RadarAlternative(IReadOnlyList<string> areas) => $"Radardiagram, 0 i mitten och 100 ytterst. Index: {string.Join("; ", areas)}. Samma siffror står i tabellen.";
    public string RadarKey(bool isCompared) => isCompared ? "Fylld yta: nu. Ringar: förra gången. 0 är i mitten och 100 ytterst." : "0 är i mitten och 100 ytterst.";
    public string AxesTitle => "Område för område";
    public string Area => "Område";
    public string Index => "Index";
    public string Change => "Förändring";
    public string Mean => "Medel";
    public string MeanOf(string mean, int scale) => $"{mean} av {scale}";
    public string GroupsTitle => "Grupp för grupp";
    public string Group => "Grupp";

    public string GroupName(RespondentGroup group) => group switch
    {
        RespondentGroup.Municipal => "Kommunala skolor",
        RespondentGroup.Independent => "Fristående skolor",
        RespondentGroup.State => "Statliga skolor",
        RespondentGroup.Region => "Regionens skolor",
        RespondentGroup.Contacts => "Kontakter i socialtjänsten",
        _ => "Styrgruppen",
    };

    public string GroupsHow => "Den som hör till flera grupper räknas i var och en av dem, men bara en gång i det hela. En grupp med färre än fem svar visas inte för sig, och inte heller en grupp som skulle avslöja en sådan.";
    public string AskedTitle => "Tillfrågade";
    public string AnsweredTitle => "Svarade";
    public string ReplyRateTitle => "Andel";
    public string StatementsTitle => "Påstående för påstående";
    public string StatementTitle => "Påstående";
    public string AnswerCount => "Svar";
    public string MailsAboutRound => "Mejl om undersökningen";
    public string CityTitle(CityFigures city) => $"Hela staden {TermName(city.Term).ToLowerInvariant()}: {city.Questionnaire}";
    public string WholeCity => "Svar och index";
    public string Weighted => "Index, per svar";
    public string Unweighted => "Index, per stadsdel";
    public string WeightedHow => "index när varje svar väger lika.";
    public string UnweightedHow => "index när varje stadsdel väger lika.";
    public string CityRests(int shown, int rounds) => $"Index bygger på {shown} av {rounds} undersökningar som har stängt.{(shown < rounds ? " De övriga har färre än fem svar." : "")}";
    public string CityGroupsHow => "En grupp räknas samman över de undersökningar där den kan visas.";

    private static string Share(RoundRow row) => $"{row.Answered} av {row.Asked} har svarat";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} och {names[^1]}";
}
