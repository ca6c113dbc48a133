namespace Notify.Core.Register.Reading.Tables;

internal static class SchoolTable
{
    public static readonly Column<School, SchoolUnitCode> Code = new("code", "skolenhetskod", Need.Key, Cells.School, s => s.Code);
    private static readonly Column<School, string> Name = new("name", "namn", Need.Required, Cells.Text, s => s.Name);
    private static readonly Column<School, Provider> Provider = new("provider", "huvudman", Need.Required, Words.Provider, s => s.Provider);
    private static readonly Column<School, SchoolType?> Type = new("school_type", "skolform", Need.Optional, Words.SchoolType.Optional(), s => s.SchoolType);
    private static readonly Column<School, string?> PrincipalName = new("principal_name", "rektor_namn", Need.Optional, Cells.OptionalText, s => s.PrincipalName);
    private static readonly Column<School, EmailAddress?> PrincipalEmail = new("principal_email", "rektor_epost", Need.Optional, Cells.Email.Optional(), s => s.PrincipalEmail);
    private static readonly Column<School, EmailAddress?> Email = new("email", "epost", Need.Optional, Cells.Email.Optional(), s => s.Email);
    private static readonly Column<School, string?> Phone = new("phone", "telefon", Need.Optional, Cells.OptionalText, s => s.Phone);
    private static readonly Column<School, string?> OwnerName = new("owner_name", "huvudman_namn", Need.Optional, Cells.OptionalText, s => s.OwnerName);
    private static readonly Column<School, EmailAddress?> OwnerEmail = new("owner_email", "huvudman_epost", Need.Optional, Cells.Email.Optional(), s => s.OwnerEmail);
    public static readonly Column<School, IReadOnlyList<DistrictCode>> Districts = new("districts", "stadsdelar", Need.Required, Lists.Of(Cells.District), s => s.Districts);
    private static readonly Column<School, IReadOnlyList<string>> Programmes = new("programmes", "program", Need.Optional, Lists.Tags, s => s.Programmes);
    private static readonly Column<School, SchoolStatus> Status = new("status", null, Need.Optional, Words.SchoolStatus.Or(SchoolStatus.Active), s => s.Status);
    private static readonly Column<School, int?> Pupils = new("pupils", "elever", Need.Optional, Cells.Number(0, 100_000).Optional(), s => s.Pupils);

    public static readonly TableLayout<School> Layout = new(
        "schools",
        [Code, Name, Provider, Type, PrincipalName, PrincipalEmail, Email, Phone, OwnerName, OwnerEmail, Districts, Programmes, Status, Pupils],
        Read);

    private static School Read(RowReader<School> row)
    {
        var school = new School(
            row.Get(Code),
            row.Get(Name),
            row.Get(Provider),
            row.Get(Type),
            row.Get(PrincipalName),
            row.Get(PrincipalEmail),
            row.Get(Email),
            row.Get(Phone),
            row.Get(OwnerName),
            row.Get(OwnerEmail),
            row.Get(Districts),
            row.Get(Programmes),
            row.Get(Status),
            row.Get(Pupils));
        Judge(row, school);
        return school;
    }

    private static void Judge(RowReader<School> row, School school)
    {
        if (row.IsSound(Code) && row.IsSound(Type) && school.SchoolType != SchoolType.Preschool && !school.Code.IsNational)
        {
            row.Refuse(Code, new("A school's code is its eight digits in Skolenhetsregistret. Correct it; only a school_type of preschool may have another code.", "En skolas kod är dess åtta siffror i Skolenhetsregistret. Rätta den; bara en förskola (skolform förskola) får ha en annan kod."));
        }

        if (school.Addresses.Count == 0 && school.Status == SchoolStatus.Active && row.IsSound(PrincipalEmail) && row.IsSound(Email))
        {
            row.Warn(Email, Bilingual.Of(
                $"The school {school.Code} has neither principal_email nor email: no mail can reach it, and it goes on the call list.",
                $"Skolan {school.Code} har varken rektor_epost eller epost: inget mejl når den, och den hamnar på ringlistan."));
        }
    }
}
