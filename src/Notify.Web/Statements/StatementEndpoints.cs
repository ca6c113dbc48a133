using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Municipality;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Statements;

/// <summary>The statements that Swedish law asks for: on accessibility (lag 2018:1937) and on personal data (GDPR, articles 13 and 14).</summary>
public static class StatementEndpoints
{
    /// <summary>When the texts were last gone through: an edit of them moves it.</summary>
    public static DateOnly Updated { get; } = new(2026, 11, 23);

    /// <summary>Maps <c>/accessibility</c> and <c>/privacy</c>.</summary>
    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/accessibility", (l, m) => l is Language.English ? EnglishAccessibility.For(m) : SwedishAccessibility.For(m));
        Map(routes, "/privacy", (l, m) => l is Language.English ? EnglishPrivacy.For(m) : SwedishPrivacy.For(m));
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<Language, MunicipalityOptions, Statement> statement) =>
        routes.MapMethods(path, Pages.Looking, (HttpContext http, MunicipalityOptions municipality) =>
        {
            var frame = PageFrame.Of(http, isPortal: false) with { Query = [] };
            return Pages.Show<StatementPage>(StatusCodes.Status200OK, ("Frame", frame), ("Statement", statement(frame.T.Language, municipality)));
        }).WithMetadata(OpenRoute.Mark);
}
