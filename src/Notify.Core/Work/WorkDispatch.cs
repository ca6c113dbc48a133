using System.Security.Cryptography;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Core.Work;

/// <summary>Makes one message of a job for each district, or one of a job of the whole city.</summary>
public sealed class WorkDispatch(IWorkQueue queue, RegisterStore register, JobRunner runner, Heartbeats heartbeats, TimeProvider clock)
{
    /// <summary>The job's time has come. One store operation.</summary>
    public async Task TickAsync(string job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var districts = await WhereAsync(job, ct);
        if (districts.Count == 0)
        {
            // Nobody will handle anything, and yet all is well.
            await heartbeats.BeatAsync(job, null, ct);
            return;
        }

        await queue.EnqueueAsync([.. districts.Select(d => WorkMessage.Tick(job, d, now))], ct);
    }

    /// <summary>Somebody wants the job to be done now.</summary>
    /// <param name="district">Null: every district.</param>
    public async Task AskAsync(string job, DistrictCode? district, CancellationToken ct)
    {
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var districts = district is null ? await WhereAsync(job, ct) : [district];
        await queue.EnqueueAsync([.. districts.Select(d => WorkMessage.Asked(new(job, d), nonce))], ct);
    }

    private async Task<IReadOnlyList<DistrictCode?>> WhereAsync(string job, CancellationToken ct) =>
        runner.IsOfCity(job) ? [null] : [.. (await register.DistrictsAsync(ct)).Select(d => (DistrictCode?)d)];
}
