using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Notify.Core.FollowUps;

/// <summary>Settings <c>FollowUps:*</c>.</summary>
public sealed class FollowUpsOptions
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>Calendar days before the closing day on which those who have not answered are reminded, 0 to 365, with blanks between.</summary>
    [Required]
    public string RemindDays { get; set; } = "7 2";

    /// <summary>The reminder steps, the earliest first.</summary>
    public IReadOnlyList<int> Steps => [.. Words.Select(w => int.Parse(w, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().OrderDescending()];

    /// <summary>What is wrong, by the name of the setting.</summary>
    public IEnumerable<string> Validate()
    {
        if (Words.Length == 0 || !Words.All(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 365))
        {
            yield return "FollowUps:RemindDays: cannot be used; expected days from 0 to 365 with blanks between, for example 7 2.";
        }
    }

    private string[] Words => RemindDays.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
