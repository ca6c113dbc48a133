using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Proposals;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;

namespace Notify.Adapters.Skolverket;

/// <summary>Registers the Skolenhetsregister.</summary>
public static class SkolverketRegistration
{
    /// <summary>Adds the client; and the source, where a municipality is set.</summary>
    public static IServiceCollection AddSkolverket(this IServiceCollection services, SkolverketOptions options)
    {
        services.AddSingleton(options).AddSingleton<SchoolUnitReader>();
        services.AddSingleton<ISchoolUnitRegister>(s => new SkolverketClient(SkolverketClient.CreateHttp(), options, s.GetRequiredService<TimeProvider>()));
        return options.Municipality.Length == 0 ? services : services.AddSingleton<ISource>(s => new SchoolUnitSource(
            options.Municipality, s.GetRequiredService<SchoolUnitReader>(), s.GetRequiredService<ProposalBook>(), s.GetRequiredService<ProposalMails>()));
    }
}
