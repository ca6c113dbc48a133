using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Notify.Core.Time;

namespace Notify.Adapters.Graph;

/// <summary>
/// What stands in a SharePoint column, as a register file would have it. The SDK has made days and GUIDs of all texts that look like
/// one. Graph gives every day as a moment: midnight in the site's time zone, or UTC.
/// </summary>
internal static class FieldText
{
    /// <summary>The text; empty for no value; null for something that a cell cannot hold.</summary>
    public static string? Of(object? value) => value switch
    {
        null or UntypedNull => "",
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTime { Kind: DateTimeKind.Unspecified } time => Local(time),
        DateTime time => Moment(new DateTimeOffset(time.ToUniversalTime())),
        DateTimeOffset time => Moment(time),
        Date day => day.DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Number((decimal)number),
        float number => Number((decimal)number),
        decimal number => Number(number),
        int or long or short or byte or sbyte => Convert.ToString(value, CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        UntypedString text => text.GetValue() ?? "",
        UntypedBoolean yes => Of(yes.GetValue()),
        UntypedInteger number => Of(number.GetValue()),
        UntypedLong number => Of(number.GetValue()),
        UntypedDecimal number => Of(number.GetValue()),
        UntypedDouble number => Of(number.GetValue()),
        UntypedFloat number => Of(number.GetValue()),
        UntypedArray several => Several(several.GetValue().Select(Of)),
        UntypedObject link => link.GetValue().TryGetValue("Url", out var url) && url is UntypedString ? Of(url) : null,
        IEnumerable<object> several => Several(several.Select(Of)),
        _ => null,
    };

    // A bar separates as a blank does, also tags that have a blank in them.
    private static string? Several(IEnumerable<string?> values) =>
        values.ToList() is var all && all.Contains(null) ? null : string.Join('|', all);

    private static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? Local(time.UtcDateTime) : Local(StockholmTime.ToLocal(time).DateTime);

    private static string Local(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
