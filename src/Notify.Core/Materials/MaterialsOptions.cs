using System.ComponentModel.DataAnnotations;

namespace Notify.Core.Materials;

/// <summary>Settings <c>Materials:*</c>.</summary>
public sealed class MaterialsOptions
{
    /// <summary>Working days without a receipt before a recipient is reminded.</summary>
    [Range(1, 60)]
    public int RemindAfter { get; set; } = 10;

    /// <summary>How long after it was seen a new version is announced: a corrected link is one mail, not two.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMinutes(15);
}
