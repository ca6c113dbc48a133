namespace Notify.Core.Templates.Wording;

/// <summary>One thing that is wrong with a wording.</summary>
/// <param name="Line">Counts from 1; null: it has no one line.</param>
/// <param name="Detail">What was found or is missing, as it stands in the text; may be empty.</param>
/// <param name="Near">What was perhaps meant; null when nothing is near.</param>
/// <param name="Reason">With which values it shows, or what the parser says, in English; may be empty.</param>
public sealed record WordingFault(WordingRule Rule, int? Line = null, string Detail = "", string? Near = null, string Reason = "");

/// <summary>What holds for every wording.</summary>
public enum WordingRule
{
    /// <summary>Not longer than <see cref="WordingText.MaxLength"/>.</summary>
    Length,

    /// <summary>No character that a reader cannot see, and none that turns the text.</summary>
    Visible,

    /// <summary>Begins with <c>Subject: </c>, on a line before a blank one.</summary>
    Subject,

    /// <summary>Only the tags that a mail needs.</summary>
    Tag,

    /// <summary>Is Liquid.</summary>
    Liquid,

    /// <summary>Names only values that the kind has.</summary>
    Value,

    /// <summary>Uses only the filters that there are.</summary>
    Filter,

    /// <summary>Says the values that a reader cannot do without.</summary>
    Needed,

    /// <summary>Carries the links that ours carries.</summary>
    Link,

    /// <summary>Links only to the mail's own links.</summary>
    ForeignLink,

    /// <summary>Uses only marks that have a form in a mail.</summary>
    Form,

    /// <summary>Can be written with every set of values that ours can.</summary>
    Renders,

    /// <summary>Ends, and soon.</summary>
    Bounds,
}
