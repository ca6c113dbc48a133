namespace Notify.Core.Store;

/// <summary>The partitions that are not districts.</summary>
public static class Partitions
{
    /// <summary>Holds the list of districts, heartbeats, schedule marks and data-protection keys.</summary>
    public const string System = "_system";
}
