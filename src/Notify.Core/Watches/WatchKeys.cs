using Notify.Core.Register;

namespace Notify.Core.Watches;

/// <summary>The keys that every watch has in a district's partition.</summary>
public static class WatchKeys
{
    /// <summary>What the watch has seen: a <see cref="WatchHead"/>.</summary>
    public static string Head(string watch) => RegisterStore.HeadPrefix + watch;

    /// <summary>Present when something that the watch itself did not do, as the end of a mail, calls for another run.</summary>
    public static string Again(string watch) => Head(watch) + ":again";

    /// <summary>Present when an answer was given that the watch has not seen: what it planned before may no longer be true.</summary>
    public static string Answered(string watch) => Head(watch) + ":answered";

    /// <summary>How many times the watch has committed what it decided.</summary>
    public static string Count(string watch) => watch + ":count";
}
