using Microsoft.Extensions.Logging;
using Notify.Core.Register;
using Notify.Core.Telemetry;

namespace Notify.Core.Jobs;

/// <summary>
/// Runs a job for every district, or once for the whole city, and leaves its heartbeat, in a long run also on the way. One
/// district's failure does not keep the others from their turn.
/// </summary>
public sealed partial class JobRunner(
    IEnumerable<IJob> jobs,
    IEnumerable<ICityJob> cityJobs,
    RegisterStore register,
    Heartbeats heartbeats,
    JobMeter meter,
    TimeProvider clock,
    ILogger<JobRunner> logger)
{
    /// <summary>After so long a run leaves a sign of life between two districts: seldom enough to cost next to nothing.</summary>
    private static readonly TimeSpan BeatEvery = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IJob> _jobs = jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, ICityJob> _cityJobs = cityJobs.ToDictionary(j => j.Name, StringComparer.Ordinal);

    /// <summary>Whether there is a job that is done for one district at a time.</summary>
    public bool IsOfDistricts(string job) => _jobs.ContainsKey(job);

    /// <summary>Whether there is a job that is done for the whole city at once.</summary>
    public bool IsOfCity(string job) => _cityJobs.ContainsKey(job);

    /// <summary>Runs the job for every district, one after the other, or for the city.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="AggregateException">It failed for some districts; the others were done.</exception>
    public Task RunAsync(string job, IProgress<JobProgress>? progress, CancellationToken ct) =>
        _cityJobs.TryGetValue(job, out var ofCity) ? RunOnceAsync(ofCity, ct) : RunAsync(job, _jobs[job].RunAsync, progress, ct);

    /// <summary>Runs something else in the job's place, as that job: measured, and with its heartbeat.</summary>
    /// <inheritdoc cref="RunAsync(string, IProgress{JobProgress}?, CancellationToken)"/>
    public Task RunAsync(string job, Func<DistrictCode, CancellationToken, Task> work, IProgress<JobProgress>? progress, CancellationToken ct) =>
        meter.RunAsync(job, () => RunEachAsync(job, work, progress, ct));

    /// <summary>Runs the job for one district, without a heartbeat.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    public Task RunAsync(string job, DistrictCode district, CancellationToken ct) =>
        meter.RunAsync(job, district, () => _jobs[job].RunAsync(district, ct));

    private async Task RunOnceAsync(ICityJob job, CancellationToken ct)
    {
        try
        {
            await meter.RunAsync(job.Name, () => job.RunAsync(ct));
            await heartbeats.BeatAsync(job.Name, null, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogCityFailed(logger, e, job.Name);
            await heartbeats.BeatAsync(job.Name, e, ct);
            throw;
        }
    }

    private async Task RunEachAsync(string job, Func<DistrictCode, CancellationToken, Task> work, IProgress<JobProgress>? progress, CancellationToken ct)
    {
        var districts = await register.DistrictsAsync(ct);
        var errors = new List<Exception>();
        var beaten = clock.GetTimestamp();
        foreach (var (i, district) in districts.Index())
        {
            if (clock.GetElapsedTime(beaten) > BeatEvery)
            {
                await heartbeats.BeatOnTheWayAsync(job, ct);
                beaten = clock.GetTimestamp();
            }

            progress?.Report(new(job, district, i, districts.Count));
            if (await TryAsync(job, district, work, ct) is { } error)
            {
                errors.Add(error);
            }
        }

        await heartbeats.BeatAsync(job, errors.FirstOrDefault(), ct);
        if (errors.Count > 0)
        {
            throw new AggregateException($"The job {job} failed for {errors.Count} of {districts.Count} districts.", errors);
        }
    }

    private async Task<Exception?> TryAsync(string job, DistrictCode district, Func<DistrictCode, CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await meter.RunAsync(job, district, () => work(district, ct));
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(logger, e, job, district);
            return e;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed for {District}")]
    private static partial void LogFailed(ILogger logger, Exception error, string job, DistrictCode district);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private static partial void LogCityFailed(ILogger logger, Exception error, string job);
}

/// <summary>How far a job has come.</summary>
public sealed record JobProgress(string Job, DistrictCode District, int Done, int Total);
