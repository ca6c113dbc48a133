using Notify.Core.Municipality;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>The statement on accessibility in English, in the order of Digg's template.</summary>
public static class EnglishAccessibility
{
    /// <summary>The statement for a municipality.</summary>
    public static Statement For(MunicipalityOptions m) => new(
        "Accessibility",
        $"{(m.Name.Length > 0 ? m.Name : "The municipality")} stands behind these pages. Everyone should be able to use them, with keyboard, screen reader, magnification or a small screen. Here you read how the pages meet the Swedish act on accessibility of digital public services (2018:1937), which shortcomings we know of, and how to tell us of more.",
        new("How accessible the pages are", "The pages comply with the act in part. Most of it works for everyone; the shortcomings are listed further down."),
        new("If you cannot use a part", [Contact(m), "You will get the information in another way: in a mail, on the phone or on paper."]),
        new("Tell us of a shortcoming", ["Have you met an obstacle that is not listed here? Tell us, and we will mend it.", Contact(m)]),
        new("Supervision", new StatementLine(
            "The Agency for Digital Government (Digg) supervises the act. If you are not content with how we deal with what you tell us, you can ",
            StatementPart.To("report it to Digg", m.SupervisionLink), ".")),
        new("Shortcomings that we know of", "These parts do not meet the act in full, or are more awkward than they should be.") { Points = Shortcomings },
        new("How the pages have been tested", Tested(m)));

    private static IReadOnlyList<StatementLine> Shortcomings { get; } =
    [
        "What a mail server answered is shown in the history of a mail just as the server wrote it, mostly in English. It is marked as English, so that a screen reader reads it right.",
        "Timelines and wide tables have to be scrolled sideways on small screens: they lose their meaning when they are broken. All that a timeline shows also stands in the table below it.",
        "Agreements and support material that the pages link to are on other sites. We do not know whether they are accessible. Tell us if you need one of them in another way.",
    ];

    private static StatementLine Contact(MunicipalityOptions m) => (m.AccessibilityEmail.Length > 0, m.AccessibilityPhone.Length > 0) switch
    {
        (true, true) => new StatementLine("Write to ", StatementPart.Mail(m.AccessibilityEmail), " or ring ", StatementPart.Phone(m.AccessibilityPhone), "."),
        (true, false) => new StatementLine("Write to ", StatementPart.Mail(m.AccessibilityEmail), "."),
        (false, true) => new StatementLine("Ring ", StatementPart.Phone(m.AccessibilityPhone), "."),
        _ => "Write to the coordinator, whose address stands in the mails you receive, or contact the municipality.",
    };

    private static IReadOnlyList<StatementLine> Tested(MunicipalityOptions m) =>
    [
        "Every page is tested automatically before each new version, against WCAG 2.1 levels A and AA: in Swedish and English, in light and dark, 320 and 1,280 pixels wide, without script and with the keyboard alone. Those who built the pages have also gone through them by hand.",
        Review(m),
        $"This statement was last updated on {Moments.Show(StatementEndpoints.Updated)}.",
    ];

    private static StatementLine Review(MunicipalityOptions m)
    {
        if (m.AccessibilityReviewed is not { } day)
        {
            return "Nobody from outside has reviewed the pages yet.";
        }

        var who = m.AccessibilityReviewer.Length > 0 ? m.AccessibilityReviewer : "the municipality itself";
        return m.AccessibilityReport is { } report
            ? new StatementLine($"The latest review was made on {Moments.Show(day)} by {who}. ", StatementPart.To("Read the report", report), ".")
            : $"The latest review was made on {Moments.Show(day)} by {who}.";
    }
}
