namespace Notify.Web.Statements;

/// <summary>Redogörelserna på svenska.</summary>
public static class SwedishStatements
{
    /// <summary>Tillgänglighet.</summary>
    public static Statement Accessibility { get; } = new("Tillgänglighet",
    [
        new("",
            "Alla ska kunna använda de här sidorna, med tangentbord, skärmläsare, förstoring eller en liten skärm. Vi bygger dem för att uppfylla WCAG 2.1 nivå AA, som lagen om tillgänglighet till digital offentlig service (2018:1937) kräver."),
        new("Så tillgängliga är sidorna",
            "Sidorna fungerar utan skript och utan mus, ner till 320 bildpunkters bredd, i ljust och mörkt läge. De har prövats av dem som byggt dem. Ingen utomstående har granskat dem ännu."),
        new("Brister vi känner till",
            "Noteringar i ett mejls historik skrivs på engelska, även när sidan visas på svenska. Breda tabeller kan behöva rullas i sidled på små skärmar."),
        new("Hittar du ett hinder?",
            "Skriv till samordnaren, vars adress står i mejlen ni får, eller kontakta kommunen. Då får du uppgiften på ett annat sätt, och felet blir rättat."),
        new("Tillsyn",
            "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med svaret du får kan du anmäla det till Digg, www.digg.se."),
    ]);

    /// <summary>Personuppgifter.</summary>
    public static Statement Privacy { get; } = new("Personuppgifter",
    [
        new("",
            "Notify ser till att skolor vet vem de vänder sig till i socialtjänsten. Kommunen, genom den nämnd som ansvarar för socialtjänsten, är personuppgiftsansvarig."),
        new("Vad som finns här",
            "Namn, titel, telefon och e-postadress till kontakter i socialtjänsten, namn på rektorer, och e-postadresser och telefonnummer till skolor. Namn, roll och e-postadress till dem som sitter i styrgrupper för överenskommelser, och till dem som informeras om dem. Vilka mejl som har skickats, när, och om de kom fram. Att en skola eller en kontakt har bekräftat, vad och när: inte vem på skolan som klickade. Vem i en styrgrupp som har svarat om en överenskommelse, vad och när. Svar i uppföljningar, och vilken e-postadress de kom från, så att de kan ändras: de visas bara tillsammans med andras, och grupper med färre än fem svar aldrig för sig.",
            "Här finns inga uppgifter om elever eller ärenden, och de får aldrig skrivas här."),
        new("Varför, och hur länge",
            "Uppgifterna behövs för att utföra en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen): samverkan mellan skola och socialtjänst. Innehållet i mejl sparas så länge som kommunen har bestämt, om inget annat sagts i ett år. Uppgifter i allmänna handlingar kan behöva sparas längre."),
        new("Vilka som får uppgifterna",
            "Skolan får veta namn, telefon och e-postadress till sina kontakter. Medlemmarna i en styrgrupp, och de som informeras om dess överenskommelse, får veta vem som har svarat. Samordnarna ser registret. Mejlen lämnas till kommunens e-posttjänst. Inget säljs, och sidorna hämtar inget från andra."),
        new("Kakor",
            "Sidor med formulär sätter en enda kaka, notify-form, som skyddar formuläret och försvinner när webbläsaren stängs. Inget mäter eller följer dig."),
        new("Dina rättigheter",
            "Du kan begära att få se, rätta eller i vissa fall radera det som gäller dig. Skriv till samordnaren eller kommunens dataskyddsombud. Du kan också klaga hos Integritetsskyddsmyndigheten, www.imy.se."),
    ]);
}
