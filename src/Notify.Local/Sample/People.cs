using Notify.Core.Register;

namespace Notify.Local.Sample;

/// <summary>An invented person.</summary>
internal sealed record Person(string Name)
{
    /// <summary>The person's address at a domain.</summary>
    public EmailAddress At(string domain) => EmailAddress.Parse($"{Slugs.Of(Name, '.')}@{domain}");
}

/// <summary>Invented people: common first and last names, paired without anybody in mind.</summary>
internal static class People
{
    private static readonly NameSeries Names = new(
        [
            "Amira", "Johan", "Elin", "Mustafa", "Karin", "Oskar", "Leyla", "Birgitta", "Viktor", "Sanna", "Ahmed", "Ulrika", "Tomas",
            "Hodan", "Malin", "Erik", "Zeynep", "Gunnar", "Fatima", "Linnea", "Petra", "Daniel", "Maryam", "Stefan", "Ingrid", "Ali",
            "Camilla", "Henrik", "Sofia", "Yusuf", "Annika", "Mattias", "Shirin", "Lars", "Emma", "Abdi", "Kristina", "Niklas", "Rosa",
            "Hanna", "Per", "Nadia", "Jonas", "Eva", "Samir", "Frida", "Magnus", "Aino", "Tove", "Dragan", "Agneta", "Filip", "Ewa",
            "Rikard", "Nina", "Mehmet", "Lovisa", "Anders", "Selma", "Jenny",
        ],
        [
            "Lindqvist", "Hassan", "Bergström", "Nilsson", "Öztürk", "Sandberg", "Nur", "Forsberg", "Jansson", "Kovačević", "Wallin",
            "Said", "Engström", "Eklund", "Haddad", "Nordin", "Karlsson", "Yildiz", "Söderberg", "Håkansson", "Mohamud", "Lund",
            "Åström", "Petrović", "Gustafsson", "Rahimi", "Björk", "Holm", "Kowalska", "Fransson", "Salonen", "Isaksson", "Aziz",
            "Löfgren", "Persson", "Sjögren", "Farah", "Ström", "Arvidsson", "Mattsson", "Demir", "Hedlund", "Norberg", "Virtanen",
            "Pettersson", "Blom", "Karimi", "Axelsson", "Sundberg", "Warsame", "Martinsson", "Åkesson", "Lindholm",
        ],
        " ");

    /// <summary>The principal of a school.</summary>
    /// <param name="school">The school's place among all.</param>
    public static Person Principal(int school) => new(Names.At(school));

    /// <summary>Somebody of a district's social services.</summary>
    public static Person Staff(SampleDistrict district, int index) => new(Names.At(1000 + (district.Number * 53) + index));

    /// <summary>Somebody in a district's steering groups.</summary>
    public static Person Steering(SampleDistrict district, int index) => new(Names.At(2000 + (district.Number * 23) + index));
}
