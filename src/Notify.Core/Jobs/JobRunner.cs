using Microsoft.Extensions.Logging;
using Notify.Core.Register;

namespace Notify.Core.Jobs;

/// <summary>Runs a job for every district and leaves its heartbeat. One district's failure does not keep the others from their turn.</summary>
public sealed partial class JobRunner(IEnumerable<IJob> jobs, RegisterStore register, Heartbeats heartbeats, ILogger<JobRunner> logger)
{
    private readonly Dictionary<string, IJob> _jobs = jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);

    /// <summary>The jobs there are.</summary>
    public IReadOnlyCollection<string> Names => _jobs.Keys;

    /// <summary>Runs the job for every district, one after the other.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="AggregateException">It failed for some districts; the others were done.</exception>
    public async Task RunAsync(string job, IProgress<JobProgress>? progress, CancellationToken ct)
    {
        var districts = await register.DistrictsAsync(ct);
        var errors = new List<Exception>();
        for (var i = 0; i < districts.Count; i++)
        {
            progress?.Report(new(job, districts[i], i, districts.Count));
            try
            {
                await _jobs[job].RunAsync(districts[i], ct);
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                LogFailed(logger, e, job, districts[i]);
                errors.Add(e);
            }
        }

        await heartbeats.BeatAsync(job, errors.FirstOrDefault(), ct);
        if (errors.Count > 0)
        {
            throw new AggregateException($"The job {job} failed for {errors.Count} of {districts.Count} districts.", errors);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed for {District}")]
    private static partial void LogFailed(ILogger logger, Exception error, string job, DistrictCode district);
}

/// <summary>How far a job has come.</summary>
public sealed record JobProgress(string Job, DistrictCode District, int Done, int Total);
