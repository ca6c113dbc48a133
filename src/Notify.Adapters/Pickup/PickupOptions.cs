namespace Notify.Adapters.Pickup;

/// <summary>Settings <c>Mail:Pickup:*</c>.</summary>
public sealed class PickupOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Mail:Pickup";

    /// <summary>Where each mail becomes a file <c>ID.eml</c>; created when absent. The local host sets <c>&lt;data&gt;/mail</c>.</summary>
    public string Folder { get; set; } = "mail";

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    public IReadOnlyList<string> Validate() =>
        string.IsNullOrWhiteSpace(Folder) || Folder.Contains('\0', StringComparison.Ordinal)
            ? [$"{SectionName}:Folder is '{Folder}'; allowed: the path of a folder."]
            : [];
}
