using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Notify.Core.Agreements;

/// <summary>Settings <c>Agreements:*</c>.</summary>
public sealed class AgreementsOptions
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>Calendar days before the revision day on which the steering group is reminded, 0 to 3650, with blanks between. An agreement may have its own.</summary>
    [Required]
    public string RemindDays { get; set; } = "90 30 14 7 0";

    /// <summary>Calendar days between the mails about an agreement whose day has passed.</summary>
    [Range(1, 90)]
    public int OverdueEvery { get; set; } = 7;

    /// <summary>Calendar days overdue from which the director gets a copy.</summary>
    [Range(1, 365)]
    public int EscalateAfter { get; set; } = 14;

    /// <summary>The reminder steps, the earliest first.</summary>
    public IReadOnlyList<int> Steps => [.. Words.Select(w => int.Parse(w, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().OrderDescending()];

    /// <summary>What is wrong beside single ranges, by the name of the setting.</summary>
    public IEnumerable<string> Validate()
    {
        if (Words.Length == 0 || !Words.All(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650))
        {
            yield return "Agreements:RemindDays: cannot be used; expected days from 0 to 3650 with blanks between, for example 90 30 14 7 0.";
        }
    }

    private string[] Words => RemindDays.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
