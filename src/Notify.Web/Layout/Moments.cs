using System.Globalization;
using Notify.Core.Time;

namespace Notify.Web.Layout;

/// <summary>Moments as people read them: in Stockholm, alike in both languages.</summary>
public static class Moments
{
    /// <summary>As <c>2026-03-01 09:00</c>.</summary>
    public static string Show(DateTimeOffset at) => StockholmTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As <c>2026-03-01</c>.</summary>
    public static string Show(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
