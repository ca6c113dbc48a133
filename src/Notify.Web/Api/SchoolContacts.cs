using Notify.Core.Contacts;
using Notify.Core.Register;

namespace Notify.Web.Api;

/// <summary>Who is, or was, the contact of a school.</summary>
/// <param name="At">The day that it is about.</param>
/// <param name="Name">The school's name; null when it is not in the register any more.</param>
/// <param name="Contacts">What the register knew at the end of that day, and held on it.</param>
/// <param name="Told">What the school has been told until now, a district each; empty when another day was asked for.</param>
public sealed record SchoolContacts(string School, DateOnly At, string? Name, IReadOnlyList<ContactItem> Contacts, IReadOnlyList<ToldItem> Told);

/// <summary>A contact of a school on a day.</summary>
/// <param name="Contact">Id in the register.</param>
/// <param name="From">First day; null: always.</param>
/// <param name="Until">Last day, inclusive; null: for the time being.</param>
public sealed record ContactItem(
    string District, AssignmentRole Role, string Contact, string Name, string? Title, string Email, string? Phone, DateOnly? From, DateOnly? Until)
{
    /// <summary>The item of a contact.</summary>
    public static ContactItem Of(ContactOnDay c) =>
        new(c.District.ToString(), c.Role, c.Contact, c.Name, c.Title, c.Email.ToString(), c.Phone, c.From, c.Until);
}

/// <summary>What a school has been told by a district.</summary>
/// <param name="IsTold">Whether that is what holds now.</param>
/// <param name="IsConfirmed">Whether it has also confirmed it.</param>
/// <param name="Present">Whom it ought to turn to: its contacts, or the district's reception while it has none.</param>
/// <param name="Known">Whom it has been told of.</param>
/// <param name="At">When; null: it has been told nothing.</param>
/// <param name="ConfirmedAt">When it pressed the button in the mail.</param>
/// <param name="Notification">The mail that told it, if one did.</param>
public sealed record ToldItem(
    string District, bool IsTold, bool IsConfirmed, IReadOnlyList<HolderItem> Present, IReadOnlyList<HolderItem> Known, KnownBy By, DateTimeOffset? At,
    DateTimeOffset? ConfirmedAt, string? Notification)
{
    /// <summary>The item of a row.</summary>
    public static ToldItem Of(SchoolRow r)
    {
        var known = r.State.Known;
        return new(
            r.District.ToString(), r.IsTold, r.IsConfirmed, [.. r.Present.Select(HolderItem.Of)], [.. known.Holders.Select(HolderItem.Of)], known.By,
            known.By == KnownBy.Nothing ? null : known.At,
            r.State.Receipt is { } receipt && receipt.Sequence == known.Sequence ? receipt.ConfirmedAt : null,
            known.Mail?.ToString());
    }
}
