using Microsoft.Extensions.Hosting;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Functions;

/// <summary>What every host does first: finish an import that was cut off, and note that the schedule has begun, so that silence is noticed.</summary>
public sealed class Beginning(RegisterImport import, Heartbeats heartbeats) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await import.FinishAsync(stoppingToken);
        await heartbeats.BeginAsync(stoppingToken);
    }
}
