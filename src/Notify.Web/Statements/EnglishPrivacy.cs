using Notify.Core.Municipality;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>What is said about personal data, in English (GDPR, articles 13 and 14).</summary>
public static class EnglishPrivacy
{
    private static readonly Uri Imy = new("https://www.imy.se/en/");

    /// <summary>What is said for a municipality.</summary>
    public static Statement For(MunicipalityOptions m) => new(
        "Personal data",
        $"Notify makes sure that schools know whom to turn to in the social services. {Controller(m)} is the controller of the personal data.",
        new("Whom to turn to", Contacts(m)),
        new(
            "What is kept here",
            "There is nothing here about pupils or cases, and it must never be written here. This is kept:")
        { Points = Kept },
        new(
            "Where the data come from",
            "From the municipality's own registers of contacts, agreements and meetings, from the schools themselves, and names, providers and addresses of schools from the national register of school units. You need not answer the mails, but then somebody rings and asks."),
        new(
            "Why we may process them",
            "The data are needed for cooperation between schools and social services, a task carried out in the public interest (article 6.1 e of the GDPR), which the municipality has by the Swedish social services act and the school by the education act. No computer takes decisions about you."),
        new(
            "Who receives the data",
            "A school is told name, phone and e-mail address of its contacts. The members of a steering group, and those informed of its agreement, are told who answered. The organiser of a forum is told who comes. The coordinators see the register. Nothing is sold, and the pages fetch nothing from others.",
            "The municipality's suppliers of hosting and mail process the data on its behalf, by contract. Ask us if you want to know who they are, and whether any of them is outside the EU."),
        new("How long they are kept", Retention(m)),
        new(
            "Cookies",
            "Pages with a form set a single cookie, notify-form, which protects the form and disappears when the browser is closed. Nothing measures or follows you."),
        new("Your rights", new StatementLine(
            "You can ask to see, correct or in some cases erase what concerns you, ask us to restrict how it is used, and object to its use. If you are not content, you can complain to the ",
            StatementPart.To("Swedish Authority for Privacy Protection (IMY)", Imy), "."),
            $"This text was last updated on {Moments.Show(StatementEndpoints.Updated)}."));

    private static IReadOnlyList<StatementLine> Kept { get; } =
    [
        "Contacts in the social services: name, title, phone and e-mail address.",
        "Schools: the principal's name, e-mail addresses and phone numbers. That the school has confirmed, what and when, but not who clicked.",
        "Steering groups, and those informed of agreements: name, role and e-mail address. Who answered, what and when.",
        "Forums: the names of those who the school says will come, and which schools came.",
        "Follow-ups: the answers, and the e-mail address that they came from, so that they can be changed. They are only shown together with those of others, and groups with fewer than five answers never by themselves.",
        "Mails: what was sent to whom, when, and whether it arrived.",
        "Those who work in the portal: name, what they did and when.",
    ];

    private static string Controller(MunicipalityOptions m) => (m.Name.Length > 0, m.Committee.Length > 0) switch
    {
        (true, true) => $"{m.Committee} of {m.Name}",
        (false, true) => $"{m.Committee} of the municipality",
        (true, false) => $"{m.Name}, through the committee responsible for social services,",
        _ => "The municipality, through the committee responsible for social services,",
    };

    private static IReadOnlyList<StatementLine> Contacts(MunicipalityOptions m) =>
    [
        m.DataProtectionEmail.Length > 0
            ? new StatementLine("The data protection officer answers questions about how we process your data: ", StatementPart.Mail(m.DataProtectionEmail), ".")
            : "The municipality's data protection officer answers questions about how we process your data. The address is on the municipality's web site.",
        m.RegistrarEmail.Length > 0
            ? new StatementLine("To request something, write to the registrar: ", StatementPart.Mail(m.RegistrarEmail), m.RegistrarAddress.Length > 0 ? $", {m.RegistrarAddress}." : ".")
            : "To request something, write to the coordinator, whose address stands in the mails you receive, or to the municipality.",
    ];

    private static StatementLine Retention(MunicipalityOptions m)
    {
        var kept = $"The content of mails is kept for {m.RetentionMonths} months. Data about a contact stay as long as the assignment lasts and its history is needed. Data in public records may have to be kept longer";
        return m.RetentionPlan is { } plan ? new StatementLine($"{kept}: see ", StatementPart.To("the municipality's plan of what is kept for how long", plan), ".") : $"{kept}.";
    }
}
