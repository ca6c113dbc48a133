using System.Diagnostics;
using System.Diagnostics.Metrics;
using Notify.Core.Register;

namespace Notify.Core.Telemetry;

/// <summary>Measures runs of jobs: a span for each run, one in it for each district, and how long the run took.</summary>
public sealed class JobMeter(NotifyTelemetry telemetry, TimeProvider clock)
{
    private readonly Histogram<double> _duration = telemetry.Meter.CreateHistogram<double>(
        "notify.job.duration", "s", "Duration of a run of a job over every district");

    /// <summary>Measures a run over every district.</summary>
    public async Task RunAsync(string job, Func<Task> work)
    {
        var began = clock.GetTimestamp();
        var tags = new TagList { { TelemetryTags.Job, job } };
        try
        {
            await FollowAsync($"job {job}", job, null, work);
        }
        catch (Exception e)
        {
            tags.Add(TelemetryTags.Error, e.GetType().Name);
            throw;
        }
        finally
        {
            _duration.Record(clock.GetElapsedTime(began).TotalSeconds, tags);
        }
    }

    /// <summary>Follows the part of a run that concerns one district.</summary>
    public Task RunAsync(string job, DistrictCode district, Func<Task> work) => FollowAsync($"job {job} district", job, district, work);

    private async Task FollowAsync(string name, string job, DistrictCode? district, Func<Task> work)
    {
        using var span = telemetry.Traces.StartActivity(name);
        span?.SetTag(TelemetryTags.Job, job).SetTag(TelemetryTags.District, district?.ToString());
        try
        {
            await work();
        }
        catch (Exception e)
        {
            span.Fail(e);
            throw;
        }
    }
}
