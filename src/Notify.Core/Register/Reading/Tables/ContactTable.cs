namespace Notify.Core.Register.Reading.Tables;

internal static class ContactTable
{
    public static readonly Column<Contact, string> Id = new("id", null, Need.Key, Cells.Text, c => c.Id);
    public static readonly Column<Contact, DistrictCode> District = new("district", "stadsdel", Need.Required, Cells.District, c => c.District);
    private static readonly Column<Contact, string> Name = new("name", "namn", Need.Required, Cells.Text, c => c.Name);
    public static readonly Column<Contact, ContactKind> Kind = new("kind", "typ", Need.Required, Words.ContactKind, c => c.Kind);
    private static readonly Column<Contact, string?> Title = new("title", "titel", Need.Optional, Cells.OptionalText, c => c.Title);
    private static readonly Column<Contact, EmailAddress> Email = new("email", "epost", Need.Required, Cells.Email, c => c.Email);
    public static readonly Column<Contact, string?> Phone = new("phone", "telefon", Need.Optional, Cells.OptionalText, c => c.Phone);
    private static readonly Column<Contact, string?> EntraId = new("entra_id", null, Need.Optional, Cells.OptionalText, c => c.EntraId);
    public static readonly Column<Contact, string?> MemberOf = new("member_of", "ingår_i", Need.Optional, Cells.OptionalText, c => c.MemberOf);

    public static readonly TableLayout<Contact> Layout = new(
        "contacts",
        [Id, District, Name, Kind, Title, Email, Phone, EntraId, MemberOf],
        row => new(
            row.Get(Id),
            row.Get(District),
            row.Get(Name),
            row.Get(Kind),
            row.Get(Title),
            row.Get(Email),
            row.Get(Phone),
            row.Get(EntraId),
            row.Get(MemberOf)));
}
