namespace Notify.Adapters.Inbox;

/// <summary>Settings <c>Inbox:*</c>: where files of the register are put to be imported. Without any there is no inbox.</summary>
public sealed class InboxOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Inbox";

    /// <summary>A folder; empty: none.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A container of Azure Blob Storage, opened by the identity that the program runs under; null: none.</summary>
    public Uri? Container { get; set; }

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    /// <param name="dataFolder">Null: the host has no disk that lasts.</param>
    public IEnumerable<string> Validate(string? dataFolder)
    {
        if (Folder.Length > 0 && Container is not null)
        {
            yield return $"{SectionName}:Folder, {SectionName}:Container: only one of them can be given.";
        }

        if (Folder.Length > 0 && dataFolder is null)
        {
            yield return $"{SectionName}:Folder: this host has no disk that lasts; use {SectionName}:Container.";
        }

        // An identity's token is sent to it, and the SDK refuses to send one over plain http.
        if (Container is not null && (!Container.IsAbsoluteUri || Container.Scheme != Uri.UriSchemeHttps || Container.Query.Length > 0
            || Container.UserInfo.Length > 0 || Container.AbsolutePath.Trim('/').Length == 0 || Container.AbsolutePath.Trim('/').Contains('/', StringComparison.Ordinal)))
        {
            yield return $"{SectionName}:Container: allowed: the https address of a container without a query, as https://ACCOUNT.blob.core.windows.net/inbox.";
        }
    }
}
