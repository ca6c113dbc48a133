namespace Notify.Core.Contacts;

/// <summary>The kinds of mail that the contacts watch sends (CONTRACT.md "Mail").</summary>
public static class ContactKinds
{
    public const string Changed = "contact-changed";
    public const string Introduced = "contact-introduced";
    public const string Fallback = "contact-fallback";
    public const string ReceiptReminder = "contact-receipt-reminder";
    public const string Assigned = "contact-assigned";
    public const string Missing = "contact-missing";

    /// <summary>Every kind of the watch.</summary>
    public static IReadOnlyList<string> All { get; } = [Changed, Introduced, Fallback, ReceiptReminder, Assigned, Missing];
}
