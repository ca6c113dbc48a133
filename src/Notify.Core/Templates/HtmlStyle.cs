namespace Notify.Core.Templates;

/// <summary>
/// Inline styles of a part, for mail programs that read no style sheet. The class names are those of
/// <c>layout.html</c>, whose sheet turns the colours in the dark.
/// </summary>
internal sealed record HtmlStyle(string TextClass, string Text, string LinkClass, string Link)
{
    public const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    public const string Heading = Font + ";font-size:19px;line-height:26px;font-weight:600;color:#1b1b1b;margin:32px 0 12px 0";

    public const string Card =
        Font + ";font-size:16px;line-height:26px;color:#1b1b1b;background-color:#f1f5f9;border-left:4px solid #0b4f8a;padding:14px 18px";

    public const string Button =
        "background-color:#0b4f8a;border-radius:6px;mso-padding-alt:14px 26px";

    public const string ButtonText =
        Font + ";font-size:17px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;display:inline-block;padding:14px 26px";

    public const string Picture = "display:block;width:100%;max-width:520px;height:auto;border:0;margin:0 0 16px 0";

    public const string Figures = "border-collapse:collapse;margin:0 0 16px 0";

    public const string FigureHead = "font-weight:600;padding:6px 16px 6px 0;border-bottom:2px solid #6b7280";

    public const string Figure = "font-weight:400;padding:6px 16px 6px 0;border-bottom:1px solid #d1d5db";

    /// <summary>What the mail says.</summary>
    public static HtmlStyle Content { get; } = new(
        "text", Font + ";font-size:16px;line-height:25px;color:#1b1b1b", "link", "color:#0b4f8a;text-decoration:underline");

    /// <summary>Who sends it, and how to answer.</summary>
    public static HtmlStyle Footer { get; } = new(
        "muted", Font + ";font-size:14px;line-height:21px;color:#4f4f4f", "link", "color:#0b4f8a;text-decoration:underline");
}
