namespace Notify.Core.Register.Reading.Tables;

internal static class DistrictTable
{
    public static readonly Column<District, DistrictCode> Code = new("code", "kod", Need.Key, Cells.District, d => d.Code);
    private static readonly Column<District, string> Name = new("name", "namn", Need.Required, Cells.Text, d => d.Name);
    private static readonly Column<District, EmailAddress> CoordinatorEmail = new("coordinator_email", "samordnare_epost", Need.Required, Cells.Email, d => d.CoordinatorEmail);
    private static readonly Column<District, EmailAddress?> ReplyTo = new("reply_to", "svara_till", Need.Optional, Cells.Email.Optional(), d => d.ReplyTo);
    private static readonly Column<District, EmailAddress?> DirectorEmail = new("director_email", "direktör_epost", Need.Optional, Cells.Email.Optional(), d => d.DirectorEmail);
    private static readonly Column<District, string> FallbackName = new("fallback_name", "mottagning_namn", Need.Required, Cells.Text, d => d.FallbackName);
    private static readonly Column<District, EmailAddress> FallbackEmail = new("fallback_email", "mottagning_epost", Need.Required, Cells.Email, d => d.FallbackEmail);
    private static readonly Column<District, string> FallbackPhone = new("fallback_phone", "mottagning_telefon", Need.Required, Cells.Text, d => d.FallbackPhone);
    private static readonly Column<District, Language> Language = new("language", "språk", Need.Optional, Words.Language.Or(Register.Language.Swedish), d => d.Language);
    private static readonly Column<District, ContactKind?> ContactModel = new("contact_model", "kontaktmodell", Need.Optional, Words.ContactKind.Optional(), d => d.ContactModel);
    private static readonly Column<District, IReadOnlyDictionary<ForumKind, int>> ForumsPerTerm = new("forums_per_term", "forum_per_termin", Need.Optional, Lists.ForumsPerTerm, d => d.ForumsPerTerm);
    public static readonly Column<District, DistrictCode?> Successor = new("successor", "efterträdare", Need.Optional, Cells.District.Optional(), d => d.Successor);

    public static readonly TableLayout<District> Layout = new(
        "districts",
        [Code, Name, CoordinatorEmail, ReplyTo, DirectorEmail, FallbackName, FallbackEmail, FallbackPhone, Language, ContactModel, ForumsPerTerm, Successor],
        row => new(
            row.Get(Code),
            row.Get(Name),
            row.Get(CoordinatorEmail),
            row.Get(ReplyTo),
            row.Get(DirectorEmail),
            row.Get(FallbackName),
            row.Get(FallbackEmail),
            row.Get(FallbackPhone),
            row.Get(Language),
            row.Get(ContactModel),
            row.Get(ForumsPerTerm),
            row.Get(Successor)));
}
