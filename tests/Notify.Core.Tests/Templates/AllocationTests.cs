using Notify.Core.Templates;
using Xunit;

namespace Notify.Core.Tests.Templates;

/// <summary>What a mail may cost in memory: 10,000 of them in a morning are garbage to be collected.</summary>
public sealed class AllocationTests
{
    private const int Mails = 20;

    /// <summary>Unit: bytes. Half as much again as was measured; with a context for every template and a text for every letter it was 380,000.</summary>
    private const long Most = 300_000;

    [Theory]
    [InlineData("contact-changed", "sv")]
    [InlineData("contact-changed", "en")]
    public void Writing_a_mail_leaves_little_behind(string kind, string language)
    {
        var templates = new BuiltInTemplates();
        var template = templates.Of(kind, language);
        var (values, links) = templates.Sample(kind, language);
        Render();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Render();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Mails;

        Assert.InRange(each, 1, Most);

        void Render()
        {
            for (var i = 0; i < Mails; i++)
            {
                Assert.NotEmpty(template.Render(values, links).Html);
            }
        }
    }
}
