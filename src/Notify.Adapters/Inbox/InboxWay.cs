using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Settings;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;

namespace Notify.Adapters.Inbox;

/// <summary>Where the settings say that files are put.</summary>
/// <param name="Folder">Absolute; null: none.</param>
/// <param name="Container">Null: none.</param>
public sealed record InboxWay(string? Folder, Uri? Container)
{
    /// <summary>Reads <c>Inbox:*</c>.</summary>
    /// <param name="dataFolder">Null: the host has no disk that lasts.</param>
    public static InboxWay Read(SettingsBinder binder, string? dataFolder)
    {
        var options = binder.Read<InboxOptions>(InboxOptions.SectionName, o => o.Validate(dataFolder));
        return new(options.Folder.Length > 0 && dataFolder is not null ? Path.GetFullPath(options.Folder) : null, options.Container);
    }

    /// <summary>Adds the source, where there is one.</summary>
    public void AddTo(IServiceCollection services)
    {
        if (Folder is { } folder)
        {
            services.AddSingleton<IInbox>(_ => new FolderInbox(folder)).AddSingleton<ISource, InboxSource>();
        }
        else if (Container is { } address)
        {
            services.AddSingleton<IInbox>(_ => new BlobInbox(new(address, new DefaultAzureCredential()))).AddSingleton<ISource, InboxSource>();
        }
    }
}
