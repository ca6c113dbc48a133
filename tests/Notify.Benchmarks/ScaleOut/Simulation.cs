namespace Notify.Benchmarks.ScaleOut;

/// <summary>Processes that wait, in a time of their own: nothing is measured, and the same seed gives the same morning.</summary>
internal sealed class Simulation(int seed)
{
    // Chance that must be the same every time.
    private readonly Random _chance = new(seed);
    private readonly PriorityQueue<IEnumerator<double>, (double At, long Number)> _waiting = new();
    private long _number;

    /// <summary>Seconds since the beginning.</summary>
    public double Now { get; private set; }

    /// <summary>Evenly between the two.</summary>
    public double Between(double least, double most) => least + (_chance.NextDouble() * (most - least));

    /// <summary>Begins a process: each number that it gives is the seconds until it goes on.</summary>
    public void Begin(IEnumerable<double> process) => Wait(process.GetEnumerator(), 0);

    /// <summary>Runs until nobody waits any more.</summary>
    public void Run()
    {
        while (_waiting.TryDequeue(out var process, out var due))
        {
            Now = due.At;
            if (process.MoveNext())
            {
                Wait(process, process.Current);
            }
        }
    }

    private void Wait(IEnumerator<double> process, double seconds) => _waiting.Enqueue(process, (Now + seconds, _number++));
}
