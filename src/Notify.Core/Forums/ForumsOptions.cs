using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Notify.Core.Forums;

/// <summary>Settings <c>Forums:*</c>.</summary>
public sealed class ForumsOptions
{
    private const int MostDays = 365;
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>Calendar days before a forum on which its invitations are due.</summary>
    [Range(1, MostDays)]
    public int InviteAhead { get; set; } = 42;

    /// <summary>Calendar days before a forum on which those who have not answered are reminded, 1 to 365, with blanks between.</summary>
    [Required]
    public string RemindDays { get; set; } = "14 7 2";

    /// <summary>Calendar days before a forum on which its organiser gets the list of those who come.</summary>
    [Range(1, 30)]
    public int ListAhead { get; set; } = 2;

    /// <summary>The days of <see cref="RemindDays"/>, the earliest reminder first.</summary>
    public IReadOnlyList<int> Steps => [.. Words.Select(w => int.Parse(w, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().OrderDescending()];

    /// <summary>What is wrong beside single ranges, by the name of the setting.</summary>
    public IEnumerable<string> Validate()
    {
        if (Words.Length == 0 || !Words.All(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays))
        {
            yield return "Forums:RemindDays: cannot be used; expected days from 1 to 365 with blanks between, for example 14 7 2.";
        }
    }

    private string[] Words => RemindDays.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
