using System.Runtime.CompilerServices;
using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

/// <summary>
/// Every mail with its sample values, as files to read in a review. <c>NOTIFY_UPDATE_GOLDEN=1 dotnet test</c> rewrites
/// them; look at the difference before it is committed.
/// </summary>
public sealed class GoldenMailTests
{
    private static readonly BuiltInTemplates Renderer = new();

    public static TheoryData<string, string> Mails()
    {
        var mails = new TheoryData<string, string>();
        foreach (var kind in Renderer.Kinds)
        {
            mails.Add(kind, "sv");
            mails.Add(kind, "en");
        }

        return mails;
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_mail_reads_as_it_did_when_someone_last_approved_it(string kind, string language)
    {
        var (values, links) = Renderer.Sample(kind, language);

        var mail = Renderer.Of(kind, language).Render(values, links);

        AssertGolden($"{kind}.{language}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        AssertGolden($"{kind}.{language}.html", mail.Html);
    }

    private static void AssertGolden(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("NOTIFY_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run with NOTIFY_UPDATE_GOLDEN=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
