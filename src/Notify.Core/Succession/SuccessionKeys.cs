using Notify.Core.Register;

namespace Notify.Core.Succession;

/// <summary>The keys of a merger in the successor's partition.</summary>
public static class SuccessionKeys
{
    /// <summary>Prefix of what is to be taken over; among what a watch reads anyway when it asks whether it has anything to do.</summary>
    public const string DuePrefix = RegisterStore.HeadPrefix + "inherits:";

    /// <summary>Prefix of what has been taken over.</summary>
    public const string DonePrefix = "inherited:";

    /// <summary>The key of a <see cref="DueInheritance"/>.</summary>
    public static string Due(DistrictCode from) => DuePrefix + from;

    /// <summary>The key of a <see cref="DoneInheritance"/>.</summary>
    public static string Done(DistrictCode from) => DonePrefix + from;
}
