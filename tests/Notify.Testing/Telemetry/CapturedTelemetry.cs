using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Notify.Core.Telemetry;

namespace Notify.Testing.Telemetry;

/// <summary>One figure as it was recorded.</summary>
/// <param name="Tags">As <c>name=value</c>, by name.</param>
public sealed record Figure(string Instrument, double Value, string Tags);

/// <summary>Listens to the traces and figures of one program, and of no other that runs beside it.</summary>
public sealed class CapturedTelemetry : IDisposable
{
    private readonly MeterListener _figures = new();
    private readonly ActivityListener _traces;
    private readonly ConcurrentQueue<Figure> _heard = new();
    private readonly ConcurrentQueue<Activity> _spans = new();

    /// <summary>Begins to listen.</summary>
    public CapturedTelemetry(NotifyTelemetry telemetry)
    {
        _figures.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, telemetry.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _figures.SetMeasurementEventCallback<long>((i, value, tags, _) => Hear(i, value, tags));
        _figures.SetMeasurementEventCallback<int>((i, value, tags, _) => Hear(i, value, tags));
        _figures.SetMeasurementEventCallback<double>((i, value, tags, _) => Hear(i, value, tags));
        _figures.Start();
        _traces = new()
        {
            ShouldListenTo = source => ReferenceEquals(source, telemetry.Traces),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_traces);
    }

    /// <summary>Every figure in the order in which it was recorded.</summary>
    public IReadOnlyCollection<Figure> Figures => _heard;

    /// <summary>Every span in the order in which it ended.</summary>
    public IReadOnlyCollection<Activity> Spans => _spans;

    /// <summary>The sums of a counter by its tags.</summary>
    public IReadOnlyDictionary<string, double> Sums(string instrument) =>
        _heard.Where(f => f.Instrument == instrument).GroupBy(f => f.Tags, f => f.Value).ToDictionary(g => g.Key, g => g.Sum());

    /// <summary>The sum of a counter over all tags.</summary>
    public double Sum(string instrument) => Sums(instrument).Values.Sum();

    /// <summary>What a histogram was given, lowest first.</summary>
    public IReadOnlyList<double> Values(string instrument) => [.. _heard.Where(f => f.Instrument == instrument).Select(f => f.Value).Order()];

    /// <summary>All that is said of figures and spans, as text.</summary>
    public IEnumerable<string> Words() =>
        [
            .. _heard.Select(f => $"{f.Instrument} {f.Tags}"),
            .. _spans.Select(s => $"{s.DisplayName} {s.StatusDescription} {Join(s.TagObjects)} {Join(s.Baggage.Select(b => KeyValuePair.Create(b.Key, (object?)b.Value)))}"),
            .. _spans.SelectMany(s => s.Events).Select(e => $"{e.Name} {Join(e.Tags)}"),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        _figures.Dispose();
        _traces.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue(new(instrument.Name, value, Join(tags.ToArray())));

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Where(t => t.Value is not null).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}"));
}
