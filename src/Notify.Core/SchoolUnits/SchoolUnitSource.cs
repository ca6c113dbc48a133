using Notify.Core.Proposals;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Core.SchoolUnits;

/// <summary>Looks after the copy of the Skolenhetsregister and after what is to be proposed because of it. It never changes our register itself.</summary>
/// <param name="municipality">Four digits.</param>
public sealed class SchoolUnitSource(string municipality, SchoolUnitReader reader, ProposalBook proposals, ProposalMails mails) : ISource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "skolverket";

    /// <summary>Units that one run of the job reads: some minutes, with a breath between two.</summary>
    private const int MostAtOnce = 1_000;

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            var isRead = await reader.IsDueAsync(municipality, ct) && await reader.ReadAsync(municipality, full: false, MostAtOnce, null, ct);
            if (await proposals.RefreshAsync(municipality, isRead, ct))
            {
                await mails.TellAsync(ct);
            }
        }
        catch (ConflictException e)
        {
            throw new SourceException(new("Another process reads at the same time. It is tried again at the next run.", "En annan process läser samtidigt. Nytt försök görs vid nästa körning."), e);
        }
    }
}
