using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Browser.Tests.World;

/// <summary>Where the city's register comes from: one source in each state, and what Skolverket proposes.</summary>
internal static class OutsideSources
{
    private static readonly string[] Names = ["inbox", "sharepoint", "skolverket"];

    /// <summary>Sources that are configured.</summary>
    public static IServiceCollection AddOutsideSources(this IServiceCollection services)
    {
        foreach (var name in Names)
        {
            services.AddSingleton<ISource>(new Idle(name));
        }

        return services;
    }

    /// <summary>What has become of them.</summary>
    public static async Task SpeakAsync(IServiceProvider services, DateTimeOffset now)
    {
        var (book, schools) = (services.GetRequiredService<SourceBook>(), (await services.GetRequiredService<RegisterStore>().ContentAsync(default)).Schools!);
        var error = new KeptIssue("kontakter.xlsx/contacts", 5, "epost", "anna.stad.example", new("This is no e-mail address.", "Det här är ingen e-postadress."));
        await book.ChangeAsync("inbox", s => s with { Last = now, LastGood = now, Refusal = new("kontakter.xlsx", now, "one", 1, [error], []) }, default);
        await book.ChangeAsync("sharepoint", s => s with { Last = now, LastGood = now, Refusal = new("SharePoint", now, "two", 0, [], [new(DistrictCode.Parse("BROMMA"), new(12, 30), null)]) }, default);
        await book.ChangeAsync("skolverket", s => s with { Last = now, Failure = new("Skolverket's register does not answer.", "Skolverkets register svarar inte.") }, default);
        var unit = new SchoolUnit(schools[0].Code, "Nya " + schools[0].Name, SchoolStatus.Active, schools[0].Provider, SchoolType.Compulsory, IsTeaching: true, null, null, null);
        var lyktan = unit with { Code = SchoolUnitCode.Parse("99900077"), Name = "Friskolan Lyktan", Provider = Provider.Independent };
        await services.GetRequiredService<IRecordStore>().CommitAsync(Partitions.System, [PutOf(unit, now), PutOf(lyktan, now)], default);
        await services.GetRequiredService<ProposalBook>().RefreshAsync("0180", areUnitsNew: true, default);
    }

    private static RecordChange.Put PutOf(SchoolUnit unit, DateTimeOffset now) =>
        new($"unit:{unit.Code}", JsonSerializer.Serialize(new(unit, "0180", now), SchoolUnitJson.Default.KeptUnit));

    private sealed class Idle(string name) : ISource
    {
        public string Name => name;

        public Task RunAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
