using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Texts;

namespace Notify.Web.Forums;

/// <summary>The city's report of participation as a document that stands alone: picture and tables, to send and to print.</summary>
public static class ParityReportDocument
{
    /// <summary>The document as HTML; it fetches nothing.</summary>
    /// <param name="names">The names of the districts in the rows.</param>
    /// <param name="at">When it was made.</param>
    public static async Task<string> WriteAsync(
        IReadOnlyList<ParityRow> rows, IReadOnlyDictionary<DistrictCode, string> names, Language language, DateTimeOffset at)
    {
        ITexts texts = language == Language.English ? new EnglishTexts() : new SwedishTexts();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["T"] = texts, ["Rows"] = rows, ["Names"] = names, ["At"] = at });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ParityReportPage>(parameters)).ToHtmlString());
    }
}
