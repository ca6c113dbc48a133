namespace Notify.Functions.Tests.World;

/// <summary>The platform at work: it hands out what waits in the queue.</summary>
internal static class Work
{
    /// <summary>Longer than any test takes; a turn that hangs is an error.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How long the real clock goes on before the one of the test does: pauses of the app are by that clock.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Every timer of the first instance fires; then everything in line is handed out, to each instance, until nothing is ready.</summary>
    public static async Task UntilQuietAsync(Outside outside, params AzureApp[] instances)
    {
        using var limit = new CancellationTokenSource(Patience);
        await instances[0].FireAsync(limit.Token);
        while (outside.Bus.Queue.Take() is { Count: > 0 } messages)
        {
            await WaitAsync(outside, Task.WhenAll(instances.SelectMany(app => messages.Select(m => app.WorkAsync(m, limit.Token)))), limit.Token);
        }
    }

    /// <summary>Hands out one message, until it is done or given up.</summary>
    /// <returns>How many times it was handed out.</returns>
    public static async Task<int> UntilSettledAsync(Outside outside, AzureApp app, CancellationToken ct)
    {
        var times = 0;
        while (outside.Bus.Queue.Take() is { Count: > 0 } messages)
        {
            times += messages.Count;
            await WaitAsync(outside, Task.WhenAll(messages.Select(m => app.WorkAsync(m, ct))), ct);
        }

        return times;
    }

    /// <summary>Waits for work that may pause: when nothing happens for a while the clock moves on.</summary>
    private static async Task WaitAsync(Outside outside, Task<Exception?[]> work, CancellationToken ct)
    {
        while (await Task.WhenAny(work, Task.Delay(Glance, TimeProvider.System, ct)) != work)
        {
            ct.ThrowIfCancellationRequested();
            outside.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await work;
    }
}
