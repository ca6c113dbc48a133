using System.Diagnostics;

namespace Notify.Benchmarks.Pipeline;

/// <summary>What a sink was given: which mail, how often, and when.</summary>
internal sealed class HandOvers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly List<long> _at = [];
    private long _bytes;

    /// <summary>Takes a mail in.</summary>
    /// <param name="id">By which the sender knows it.</param>
    public void Add(string id, int bytes)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _times[id] = _times.GetValueOrDefault(id) + 1;
            _at.Add(now);
            _bytes += bytes;
        }
    }

    /// <summary>All that came since the last time this was asked.</summary>
    /// <param name="since">When the mails were due, as <see cref="Stopwatch.GetTimestamp"/>: on one machine all processes have the same.</param>
    public SinkReport Take(long since)
    {
        lock (_gate)
        {
            var report = Report(since);
            _times.Clear();
            _at.Clear();
            _bytes = 0;
            return report;
        }
    }

    private SinkReport Report(long since)
    {
        if (_at.Count == 0)
        {
            return new(0, 0, 0, 0, 0, 0, 0);
        }

        _at.Sort();
        return new(
            _times.Count,
            _times.Values.Sum(t => t - 1),
            (double)_bytes / _at.Count,
            Stopwatch.GetElapsedTime(_at[0], _at[^1]).TotalSeconds,
            Share(0.50),
            Share(0.95),
            Share(0.99));

        double Share(double share) => Stopwatch.GetElapsedTime(since, _at[(int)(share * (_at.Count - 1))]).TotalSeconds;
    }
}

/// <summary>What a sink counted.</summary>
/// <param name="Mails">Different ones.</param>
/// <param name="Doubled">Mails that came once more.</param>
/// <param name="Bytes">Of a mail, on average, as it went over the wire.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="Half">Seconds from due until half were handed over; so <paramref name="Most"/> for 95 and <paramref name="All"/> for 99 of a hundred.</param>
internal sealed record SinkReport(int Mails, int Doubled, double Bytes, double Seconds, double Half, double Most, double All);
