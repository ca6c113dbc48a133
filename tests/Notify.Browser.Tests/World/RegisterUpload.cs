using System.Text;
using Microsoft.Playwright;

namespace Notify.Browser.Tests.World;

/// <summary>Files that somebody chooses to import.</summary>
internal static class RegisterUpload
{
    /// <summary>In order.</summary>
    public static FilePayload Right { get; } = Materials("NYTT;Nytt stöd för samtal;1;2026-02-01;https://stad.example/nytt;schools");

    /// <summary>With three cells that are wrong.</summary>
    public static FilePayload Wrong { get; } = Materials(
        "NYTT;Nytt stöd;1;i februari;https://stad.example/1;schools",
        "SAMTAL;Samtal;2;2026-01-15;samtalsguiden;all",
        "SKOLK;Frånvaro;1;2025-11-03;https://stad.example/3;everybody");

    private static FilePayload Materials(params string[] rows) => new()
    {
        Name = "materials.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend("id;title;version;published;url;audience")) + "\n"),
    };
}
