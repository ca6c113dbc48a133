using System.ComponentModel.DataAnnotations;

namespace Notify.Core.Contacts;

/// <summary>Settings <c>Contacts:*</c>.</summary>
public sealed class ContactsOptions
{
    /// <summary>How long after the import, or the midnight, that last touched it a change is announced: a corrected typo is one mail, not two.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Working days without a contact before the school is told the district's reception.</summary>
    [Range(0, 30)]
    public int FallbackAfter { get; set; } = 2;

    /// <summary>Working days without a receipt before the school is reminded.</summary>
    [Range(1, 60)]
    public int ReceiptReminderAfter { get; set; } = 5;

    /// <summary>Working days without a receipt before a coordinator is asked to ring.</summary>
    [Range(2, 90)]
    public int CallListAfter { get; set; } = 10;

    /// <summary>A person with more schools than this is flagged; the districts' own measure is about two (SEED-FACTS C9).</summary>
    [Range(1, 1000)]
    public int MaxSchools { get; set; } = 10;

    /// <summary>Working days before it takes effect that a change is told; 0: when it takes effect.</summary>
    [Range(0, 30)]
    public int Ahead { get; set; }
}
