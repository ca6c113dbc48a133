using Notify.Core.Register;

namespace Notify.Web.Statements;

/// <summary>A page of plain text.</summary>
/// <param name="Lead">What stands before the first heading.</param>
public sealed record Statement(string Title, StatementLine Lead, params IReadOnlyList<StatementSection> Sections);

/// <summary>A heading, its paragraphs, and after them a list.</summary>
public sealed record StatementSection(string Heading, params IReadOnlyList<StatementLine> Paragraphs)
{
    /// <summary>The points of the list; none by default.</summary>
    public IReadOnlyList<StatementLine> Points { get; init; } = [];
}

/// <summary>A paragraph or a point: texts and links, one after the other.</summary>
public sealed record StatementLine(params IReadOnlyList<StatementPart> Parts)
{
    /// <summary>Text alone.</summary>
    public static implicit operator StatementLine(string text) => new(new StatementPart(text));
}

/// <summary>A piece of text.</summary>
/// <param name="Link">Where it leads; null: nowhere.</param>
public sealed record StatementPart(string Text, string? Link = null)
{
    /// <summary>Text that leads nowhere.</summary>
    public static implicit operator StatementPart(string text) => new(text);

    /// <summary>A page elsewhere.</summary>
    public static StatementPart To(string text, Uri page) => new(text, page.AbsoluteUri);

    /// <summary>An address that one can write to.</summary>
    public static StatementPart Mail(string address) =>
        new(address, "mailto:" + Uri.EscapeDataString(EmailAddress.Parse(address).ToString()).Replace("%40", "@", StringComparison.Ordinal));

    /// <summary>A number that one can ring.</summary>
    public static StatementPart Phone(string number) => new(number, "tel:" + string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+')));
}
