using System.Diagnostics;
using Notify.Core.Time;
using Notify.Local.Tests.World;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A way out for mail, and what has come out of it.</summary>
internal abstract class Outside : IAsyncDisposable
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _mails;

    /// <summary>The settings that choose it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>How often each mail was taken.</summary>
    public abstract IReadOnlyDictionary<string, int> CountById { get; }

    /// <summary>How many mails were taken, those twice that were taken twice.</summary>
    public abstract int Taken { get; }

    /// <summary>Where a mail is held in mid-air, and which.</summary>
    public (CrashStep Step, int At)? Hold { get; set; }

    /// <summary>What goes wrong; null: nothing.</summary>
    public Troubles? Troubles { get; set; }

    /// <summary>The moment for which the outside lives.</summary>
    public StandingClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>Opens a way, and has the city use it.</summary>
    public static async Task<Outside> OpenAsync(string way, City city, string now)
    {
        var outside = await OfAsync(way, city);
        outside.Clock.MoveTo(Life.Moment(now));
        foreach (var (name, value) in outside.Settings)
        {
            city.Settings[name] = value;
        }

        return outside;
    }

    /// <summary>What the provider tells, if it tells anything.</summary>
    public virtual Task TellAsync(IReadOnlyDictionary<string, string> settings, string data, string now) => Task.CompletedTask;

    /// <summary>Waits until the process has died, of itself, or of a mail that is held in mid-air.</summary>
    public async Task DeathAsync(Process process, CancellationToken ct)
    {
        if (await Task.WhenAny(_held.Task, process.WaitForExitAsync(ct)) == _held.Task)
        {
            process.Kill();
        }

        await process.WaitForExitAsync(ct);
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Whether the mail that comes now is the one to hold; null: no. Counts.</summary>
    protected CrashStep? HoldNow()
    {
        if (Interlocked.Increment(ref _mails) != Hold?.At || Hold?.Step is not (CrashStep.DuringSend or CrashStep.TakenUnanswered))
        {
            return null;
        }

        _held.SetResult();
        return Hold?.Step;
    }

    private static async Task<Outside> OfAsync(string way, City city) => way switch
    {
        "pickup" => new FolderOutside(Path.Combine(city.Data, "mail")),
        "smtp" => new SmtpOutside(),
        "sendgrid" => await SendGridOutside.OpenAsync(feed: false),
        "sendgrid+events" => await SendGridOutside.OpenAsync(feed: true),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "No such way."),
    };
}
