namespace Notify.Core.Overview;

/// <summary>The keys of what is known of a district at a glance, in its partition: one scan reads them all.</summary>
internal static class GlanceKeys
{
    public const string Prefix = "glance:";

    /// <summary>Changes with everything that a page may show.</summary>
    public const string Mark = "glance:mark";

    /// <summary>The glance, and the mark under which it was taken.</summary>
    public const string Glance = "glance:now";

    /// <summary>What the proofs were, week by week.</summary>
    public const string Trend = "glance:trend";
}
