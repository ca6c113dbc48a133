using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Templates.Wording;

/// <summary>
/// Writes mails in the wording in use: the municipality's own where there is one that this program can use, else ours. What is in use is
/// read anew each minute, so that every process learns of a change. Safe for many threads.
/// </summary>
public sealed partial class MailWordings(
    BuiltInTemplates builtIn, WordingStore store, WordingCheck check, TimeProvider clock, ILogger<MailWordings> logger) : IMailRenderer, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    // Texts by their version: each is what it is, for ever. Null: it cannot be used by this program.
    private readonly ConcurrentDictionary<(string Kind, string Language, string Version), MailTemplate?> _known = new();
    private readonly ConcurrentDictionary<(string Kind, string Language, string Version), IReadOnlyList<WordingFault>> _faults = new();
    private readonly ConcurrentDictionary<string, bool> _done = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Present? _present;

    /// <summary>The own wording in use, with this program's footer and layout; null: ours is in use.</summary>
    public async Task<MailTemplate?> OwnAsync(string kind, string language, CancellationToken ct)
    {
        var present = await PresentAsync(ct);
        return present.Histories.GetValueOrDefault((kind, language))?.Present?.Version is { } version && builtIn.Find(kind, language) is { } ours
            && await FindAsync(kind, language, version, ct) is { } saved && FaultsIn(saved).Count == 0
            ? Combined(saved, ours)
            : null;
    }

    /// <summary>Reads anew what is in use when it is asked for next: somebody changed it here.</summary>
    public void Forget() => _present = null;

    /// <inheritdoc/>
    public async Task<WrittenMail> RenderAsync(Notification notification, CancellationToken ct)
    {
        var (kind, language) = (notification.Kind, notification.Language.ToCode());
        if (notification.TemplateVersion is { } version && await FindAsync(kind, language, version, ct) is { } stamped
            && Write(stamped, notification) is { Mail: not null } same)
        {
            return same with { IsAsStamped = true };
        }

        var own = await OwnAsync(kind, language, ct) is { } wording ? Write(wording, notification) : null;
        return own is { Mail: not null } ? own
            : builtIn.Find(kind, language) is not { } ours ? new(null, null, new KeyNotFoundException($"No template {kind}.{language}"))
            : Write(ours, notification) with { Refused = own is null ? null : new(own.Version!, own.Failure!.Message) };
    }

    /// <inheritdoc/>
    public async Task KeepAsync(Notification notification, WrittenMail mail, CancellationToken ct)
    {
        if (mail.Template is { } template)
        {
            await OnceAsync(template.Version, () => store.KeepAsync(template.Source, ct), ct);
        }

        if (mail.Refused is { } refused)
        {
            LogRefused(logger, notification.Id, refused.Version);
            await OnceAsync($"{refused.Version} refused", () => store.NoteAsync(notification, refused, ct), ct);
        }
    }

    /// <summary>A text by its version; null when it is not known, or this program cannot parse it. Reads once.</summary>
    public async Task<MailTemplate?> FindAsync(string kind, string language, string version, CancellationToken ct)
    {
        if (builtIn.Find(kind, language) is { } ours && ours.Version == version)
        {
            return ours;
        }

        if (_known.TryGetValue((kind, language, version), out var known))
        {
            return known;
        }

        // What is not there may come yet, so only what was found is remembered.
        return await store.TextAsync(version, ct) is { } source ? _known[(kind, language, version)] = Parse(kind, language, source) : null;
    }

    /// <summary>Why this program cannot use a saved wording; looked into once.</summary>
    public IReadOnlyList<WordingFault> FaultsIn(MailTemplate saved) =>
        _faults.GetOrAdd((saved.Kind, saved.Language, saved.Version), _ => check.FaultsIn(saved.Kind, saved.Language, saved.Source.Text));

    /// <summary>A saved wording with this program's footer and layout.</summary>
    public MailTemplate Combined(MailTemplate saved, MailTemplate ours)
    {
        var source = ours.Source with { Text = saved.Source.Text };
        return _known.GetOrAdd((ours.Kind, ours.Language, source.Version), _ => MailTemplate.Parse(ours.Kind, ours.Language, source))!;
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>What is in use, read by one when it is a minute old, while the others wait.</summary>
    private async Task<Present> PresentAsync(CancellationToken ct)
    {
        if (IsFresh(_present))
        {
            return _present!;
        }

        await _oneAtATime.WaitAsync(ct);
        try
        {
            return IsFresh(_present) ? _present! : _present = new(clock.GetTimestamp(), await store.HistoriesAsync(ct));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private bool IsFresh(Present? present) => present is not null && clock.GetElapsedTime(present.ReadAt) < Fresh;

    /// <summary>Does it, unless this process has done it; whoever comes meanwhile waits until it is done.</summary>
    private async Task OnceAsync(string name, Func<Task> write, CancellationToken ct)
    {
        if (_done.ContainsKey(name))
        {
            return;
        }

        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (!_done.ContainsKey(name))
            {
                await write();
                _done[name] = true;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static WrittenMail Write(MailTemplate template, Notification notification)
    {
        try
        {
            return new(template, template.Render(notification.Values, notification.Links));
        }
        catch (TemplateException e)
        {
            return new(template, null, e);
        }
    }

    private static MailTemplate? Parse(string kind, string language, MailSource source)
    {
        try
        {
            return MailTemplate.Parse(kind, language, source);
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private sealed record Present(long ReadAt, IReadOnlyDictionary<(string Kind, string Language), WordingHistory> Histories);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: its values do not fit the own wording {Version}; ours was used")]
    private static partial void LogRefused(ILogger logger, NotificationId id, string version);
}
