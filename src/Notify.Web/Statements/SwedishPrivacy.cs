using Notify.Core.Municipality;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>Informationen om personuppgifter (artikel 13 och 14 i dataskyddsförordningen).</summary>
public static class SwedishPrivacy
{
    private static readonly Uri Imy = new("https://www.imy.se/");

    /// <summary>Informationen för en kommun.</summary>
    public static Statement For(MunicipalityOptions m) => new(
        "Personuppgifter",
        $"Notify ser till att skolor vet vem de vänder sig till i socialtjänsten. {Controller(m)} är personuppgiftsansvarig.",
        new("Vem du vänder dig till", Contacts(m)),
        new(
            "Vad som finns här",
            "Här finns inga uppgifter om elever eller ärenden, och de får aldrig skrivas här. Detta finns:")
        { Points = Kept },
        new(
            "Varifrån uppgifterna kommer",
            "Från kommunens egna register över kontakter, överenskommelser och möten, från skolorna själva, och namn, huvudman och adress till skolor från Skolverkets skolenhetsregister. Du måste inte svara på mejlen, men då ringer någon och frågar."),
        new(
            "Varför vi får behandla dem",
            "Uppgifterna behövs för samverkan mellan skola och socialtjänst, en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen) som kommunen har enligt socialtjänstlagen och skolan enligt skollagen. Ingen dator fattar beslut om dig."),
        new(
            "Vilka som får uppgifterna",
            "Skolan får veta namn, telefon och e-postadress till sina kontakter. Medlemmarna i en styrgrupp, och de som informeras om dess överenskommelse, får veta vem som har svarat. Den som ordnar ett forum får veta vilka som kommer. Samordnarna ser registret. Inget säljs, och sidorna hämtar inget från andra.",
            "Kommunens leverantörer av drift och e-post behandlar uppgifterna åt kommunen, med avtal. Fråga oss om du vill veta vilka de är, och om någon av dem finns utanför EU."),
        new("Hur länge de sparas", Retention(m)),
        new(
            "Kakor",
            "Sidor med formulär sätter en enda kaka, notify-form, som skyddar formuläret och försvinner när webbläsaren stängs. Inget mäter eller följer dig."),
        new("Dina rättigheter", new StatementLine(
            "Du kan begära att få se, rätta eller i vissa fall radera det som gäller dig, att vi begränsar hur det används, och invända mot att det används. Är du inte nöjd kan du klaga hos ",
            StatementPart.To("Integritetsskyddsmyndigheten (IMY)", Imy), "."),
            $"Texten uppdaterades senast den {Moments.Show(StatementEndpoints.Updated)}."));

    private static IReadOnlyList<StatementLine> Kept { get; } =
    [
        "Kontakter i socialtjänsten: namn, titel, telefon och e-postadress.",
        "Skolor: rektorns namn, e-postadresser och telefonnummer. Att skolan har bekräftat, vad och när, men inte vem som klickade.",
        "Styrgrupper och de som informeras om överenskommelser: namn, roll och e-postadress. Vem som har svarat, vad och när.",
        "Forum: namnen på dem som skolan säger kommer, och vilka skolor som kom.",
        "Uppföljningar: svaren, och vilken e-postadress de kom från, så att de kan ändras. De visas bara tillsammans med andras, och grupper med färre än fem svar aldrig för sig.",
        "Mejl: vad som har skickats till vem, när, och om det kom fram.",
        "De som arbetar i portalen: namn, vad de gjorde och när.",
    ];

    private static string Controller(MunicipalityOptions m) => (m.Name.Length > 0, m.Committee.Length > 0) switch
    {
        (true, true) => $"{m.Committee} i {m.Name}",
        (false, true) => $"{m.Committee} i kommunen",
        (true, false) => $"{m.Name}, genom den nämnd som ansvarar för socialtjänsten,",
        _ => "Kommunen, genom den nämnd som ansvarar för socialtjänsten,",
    };

    private static IReadOnlyList<StatementLine> Contacts(MunicipalityOptions m) =>
    [
        m.DataProtectionEmail.Length > 0
            ? new StatementLine("Dataskyddsombudet svarar på frågor om hur vi behandlar dina uppgifter: ", StatementPart.Mail(m.DataProtectionEmail), ".")
            : "Kommunens dataskyddsombud svarar på frågor om hur vi behandlar dina uppgifter. Adressen finns på kommunens webbplats.",
        m.RegistrarEmail.Length > 0
            ? new StatementLine("Vill du begära något skriver du till registratorn: ", StatementPart.Mail(m.RegistrarEmail), m.RegistrarAddress.Length > 0 ? $", {m.RegistrarAddress}." : ".")
            : "Vill du begära något skriver du till samordnaren, vars adress står i mejlen ni får, eller till kommunen.",
    ];

    private static StatementLine Retention(MunicipalityOptions m)
    {
        var kept = $"Innehållet i mejl sparas i {m.RetentionMonths} månader. Uppgifter om den som är kontakt finns kvar så länge uppdraget varar och historiken behövs. Uppgifter i allmänna handlingar kan behöva sparas längre";
        return m.RetentionPlan is { } plan ? new StatementLine($"{kept}: se ", StatementPart.To("kommunens plan för bevarande och gallring", plan), ".") : $"{kept}.";
    }
}
