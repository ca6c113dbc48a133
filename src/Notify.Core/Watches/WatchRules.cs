using System.Globalization;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Watches;

/// <summary>Identifies the rules a watch decides by.</summary>
public static class WatchRules
{
    /// <summary>A hash of a watch's options and of the send window.</summary>
    /// <param name="options">Every value that a decision depends on, and a number that rises when the code decides differently.</param>
    public static string HashOf(SendWindowOptions window, params IEnumerable<object?> options) =>
        RecordKey.Hash(string.Join('|', options.Concat([window.Start, window.End, window.Days, window.Quiet])
            .Select(o => Convert.ToString(o, CultureInfo.InvariantCulture))));
}
