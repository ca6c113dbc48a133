using Microsoft.Extensions.Logging;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Adapters.Pickup;

/// <summary>
/// Leaves each mail as a file <c>ID.eml</c> in a folder. A file with that name is always whole: it is written under another
/// name, flushed to the disk and renamed. Sending the same mail again replaces its file.
/// </summary>
public sealed partial class PickupTransport(PickupOptions options, ILogger<PickupTransport> logger) : IMailTransport
{
    private const int MaxTries = 5;
    private const string UnfinishedPrefix = ".";
    private const string UnfinishedSuffix = ".eml.tmp";
    private readonly string _folder = Path.GetFullPath(options.Folder);
    private int _swept;

    /// <inheritdoc/>
    public string Name => "pickup";

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        try
        {
            Prepare();
            await WriteAsync(mail.Id, MimeComposer.Write(mail), ct);
            return new SendOutcome.Accepted(null, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(logger, e, mail.Id);
            return new SendOutcome.Transient($"the pickup folder cannot be written: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) =>
        Task.FromResult(File.Exists(PathOf(id)) ? Reconciliation.Taken : Reconciliation.NotTaken);

    /// <summary>The file of a mail, whether or not it is there.</summary>
    public string PathOf(NotificationId id) => Path.Combine(_folder, $"{id}.eml");

    private async Task WriteAsync(NotificationId id, byte[] mail, CancellationToken ct)
    {
        var unfinished = Path.Combine(_folder, $"{UnfinishedPrefix}{id}{UnfinishedSuffix}");
        for (var tries = 1; ; tries++)
        {
            await WriteAsync(unfinished, mail, ct);
            try
            {
                File.Move(unfinished, PathOf(id), overwrite: true);
                return;
            }
            catch (FileNotFoundException) when (tries < MaxTries)
            {
                // Another process that is just starting took it for a leftover, which it does once.
            }
        }
    }

    private static async Task WriteAsync(string path, byte[] mail, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        await file.WriteAsync(mail, ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Creates the folder; before the first mail also removes what a crash has left unfinished.</summary>
    private void Prepare()
    {
        Directory.CreateDirectory(_folder);
        if (Interlocked.Exchange(ref _swept, 1) == 1)
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, $"{UnfinishedPrefix}*{UnfinishedSuffix}", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            File.Delete(path);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id}: its file cannot be written")]
    private static partial void LogUnwritable(ILogger logger, Exception exception, NotificationId id);
}
