namespace Notify.Web.Statements;

/// <summary>The statements in English.</summary>
public static class EnglishStatements
{
    /// <summary>Accessibility.</summary>
    public static Statement Accessibility { get; } = new("Accessibility",
    [
        new("",
            "Everyone should be able to use these pages, with keyboard, screen reader, magnification or a small screen. We build them to meet WCAG 2.1 level AA, as the Swedish act on accessibility of digital public services (2018:1937) requires."),
        new("How accessible the pages are",
            "The pages work without script and without a mouse, down to a width of 320 pixels, in light and dark. They have been tried by those who built them. Nobody from outside has reviewed them yet."),
        new("Shortcomings that we know of",
            "Notes in the history of a mail are in English, also when the page is shown in Swedish. Wide tables may have to be scrolled sideways on small screens."),
        new("Have you met an obstacle?",
            "Write to the coordinator, whose address stands in the mails you receive, or contact the municipality. You will get the information in another way, and the fault will be mended."),
        new("Supervision",
            "The Agency for Digital Government (Digg) supervises the act. If you are not content with the answer, you can report it to Digg, www.digg.se."),
    ]);

    /// <summary>Personal data.</summary>
    public static Statement Privacy { get; } = new("Personal data",
    [
        new("",
            "Notify makes sure that schools know whom to turn to in the social services. The municipality, through the committee responsible for social services, is the controller."),
        new("What is kept here",
            "Name, title, phone and e-mail address of contacts in the social services, names of principals, and e-mail addresses and phone numbers of schools. Name, role and e-mail address of members of steering groups for agreements, and of those informed of them. Which mails were sent, when, and whether they arrived. That a school or a contact has confirmed, what and when: not who at the school clicked. Who in a steering group answered about an agreement, what and when. Answers to follow-ups, and the e-mail address that they came from, so that they can be changed: they are only shown together with those of others, and groups with fewer than five answers never by themselves.",
            "There is nothing here about pupils or cases, and it must never be written here."),
        new("Why, and for how long",
            "The data are needed for a task carried out in the public interest (article 6.1 e of the GDPR): cooperation between schools and social services. The content of mails is kept as long as the municipality has decided, one year unless something else was said. Data in public records may have to be kept longer."),
        new("Who receives the data",
            "A school is told name, phone and e-mail address of its contacts. The members of a steering group, and those informed of its agreement, are told who answered. The coordinators see the register. The mails are handed to the municipality's mail service. Nothing is sold, and the pages fetch nothing from others."),
        new("Cookies",
            "Pages with a form set a single cookie, notify-form, which protects the form and disappears when the browser is closed. Nothing measures or follows you."),
        new("Your rights",
            "You can ask to see, correct or in some cases erase what concerns you. Write to the coordinator or to the municipality's data protection officer. You can also complain to the Swedish Authority for Privacy Protection, www.imy.se."),
    ]);
}
