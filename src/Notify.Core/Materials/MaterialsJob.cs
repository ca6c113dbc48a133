using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>The materials watch: sees that support material reaches everybody it is for (DESIGN "4. Support material").</summary>
public sealed partial class MaterialsJob(
    WatchRunner runner,
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    MaterialsOptions options,
    TimeProvider clock,
    ILogger<MaterialsJob> logger) : IJob, IWatch
{
    /// <inheritdoc cref="IWatch.Name"/>
    public string Name => MaterialsKeys.Watch;

    /// <inheritdoc/>
    public string Rules { get; } = WatchRules.HashOf(window, 1, options.RemindAfter, options.SettleTime);

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => runner.RunAsync(this, district, ct);

    /// <inheritdoc/>
    /// <remarks>A district counts as begun once it has schools and contacts: a register that grows in steps must not greet everybody.</remarks>
    public async Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct)
    {
        var snapshot = await register.SnapshotAsync(district.Code, district.Register, ct);
        if (!district.IsFirst)
        {
            return new(await (await OpenAsync(snapshot, ct)).DecideAsync(ct));
        }

        if (snapshot.Schools.Count == 0 || snapshot.Contacts.Count == 0)
        {
            return null;
        }

        await (await OpenAsync(snapshot, ct)).BeginAsync(ct);
        LogBaseline(logger, district.Code);
        return new(await (await OpenAsync(snapshot, ct)).DecideAsync(ct));
    }

    /// <summary>The watch's records of a district, to be changed.</summary>
    public async Task<MaterialsRun> OpenAsync(DistrictSnapshot snapshot, CancellationToken ct)
    {
        var ledger = await WatchLedger.OpenAsync(store, factory, snapshot.District.Code, this, ct);
        var states = await ledger.ReadAsync(MaterialsKeys.RecipientPrefix, MaterialsJson.Default.RecipientState, ct);
        return new(ledger, states, snapshot, new(snapshot.District, clock.GetUtcNow(), calendar, options));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Materials of {District}: what is published is taken as known; no mail is sent")]
    private static partial void LogBaseline(ILogger logger, DistrictCode district);
}
