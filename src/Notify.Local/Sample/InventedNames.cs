namespace Notify.Local.Sample;

/// <summary>Names of schools that are not: birds, weather and instruments that no school in Stockholm is named after.</summary>
internal static class InventedNames
{
    /// <summary>Municipal compulsory schools.</summary>
    public static NameSeries Municipal { get; } = new(
        [
            "Steglits", "Sidensvans", "Gulärle", "Ärtsångar", "Trädkrypar", "Svartmes", "Nötväcke", "Buskskvätte", "Hämplings",
            "Bergfinks", "Kornsparvs", "Ortolan", "Brushane", "Rödbene", "Drillsnäppe", "Stjärtmes", "Kärrsångar", "Vattrall",
        ],
        ["backens", "höjdens", "kullens", "hällens", "gläntans", "lyckans", "stigens", "vretens", "åsens", "mossens"]);

    /// <summary>Independent compulsory schools.</summary>
    public static NameSeries Independent { get; } = new(
        ["Friskolan", "Montessoriskolan", "Waldorfskolan", "Lärcenter"],
        [
            "Nyckelharpan", "Kontrafagotten", "Cembalon", "Vevliran", "Spinetten", "Okarinan", "Tamburinen", "Mungigan", "Kastanjetten",
            "Bastuban", "Sordinen", "Metronomen", "Stråkharpan", "Piccolaflöjten", "Dragharmonikan", "Valthornet", "Klavikordet",
            "Trumskinnet", "Näverluren", "Xylofonen", "Koskällan", "Bockhornet", "Stämgaffeln", "Säckpipan", "Speldosan", "Hackbrädet",
            "Resonatorn", "Flageoletten", "Bordunen", "Virveltrumman", "Spelpipan", "Psalmodikonet",
        ],
        " ");

    /// <summary>Upper secondary schools.</summary>
    public static NameSeries UpperSecondary { get; } = new(
        [
            "Rimfrost", "Kornblixt", "Dimbanks", "Snödrivs", "Vårflods", "Islossnings", "Cirrus", "Passadvinds", "Monsun", "Åskmolns",
            "Stratus", "Halvmåne", "Skarsnö", "Nordanvinds", "Duggregns", "Solvinds", "Isblomster", "Daggdropps", "Kulings", "Töväders",
            "Virvelvinds",
        ],
        ["gymnasiet"]);

    /// <summary>Preschools.</summary>
    public static NameSeries Preschools { get; } = new(
        [
            "Randiga", "Prickiga", "Nyfikna", "Kloka", "Pigga", "Modiga", "Finurliga", "Trallande", "Busiga", "Lurviga", "Rufsiga",
            "Tassande", "Vilda", "Mjuka",
        ],
        [
            "Uttern", "Mården", "Hermelinen", "Järven", "Vesslan", "Lämmeln", "Åkersorken", "Tumlaren", "Tjädern", "Orren", "Fjällripan",
            "Berguven",
        ],
        " ");
}
