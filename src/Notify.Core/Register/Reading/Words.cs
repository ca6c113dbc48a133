namespace Notify.Core.Register.Reading;

/// <summary>The words of the closed vocabularies. The first word of a value is the one that is written.</summary>
internal static class Words
{
    public static CellFormat<Language> Language { get; } = Format<Language>(
        (Register.Language.Swedish, ["sv", "svenska"]), (Register.Language.English, ["en", "engelska"]));

    public static CellFormat<ContactKind> ContactKind { get; } = Format<ContactKind>(
        (Register.ContactKind.Person, ["person"]),
        (Register.ContactKind.Role, ["role", "roll"]),
        (Register.ContactKind.Function, ["function", "funktion"]));

    public static CellFormat<AssignmentRole> AssignmentRole { get; } = Format<AssignmentRole>(
        (Register.AssignmentRole.Primary, ["primary", "ordinarie"]),
        (Register.AssignmentRole.Deputy, ["deputy", "ersättare"]),
        (Register.AssignmentRole.Team, ["team", "skolsocialt team"]));

    public static CellFormat<Provider> Provider { get; } = Format<Provider>(
        (Register.Provider.Municipal, ["municipal", "kommunal"]),
        (Register.Provider.Independent, ["independent", "fristående", "enskild"]),
        (Register.Provider.State, ["state", "statlig"]),
        (Register.Provider.Region, ["region"]));

    public static CellFormat<SchoolType> SchoolType { get; } = Format<SchoolType>(
        (Register.SchoolType.Preschool, ["preschool", "förskola"]),
        (Register.SchoolType.Compulsory, ["compulsory", "grundskola"]),
        (Register.SchoolType.UpperSecondary, ["upper_secondary", "gymnasieskola"]),
        (Register.SchoolType.Other, ["other", "annan"]));

    public static CellFormat<SchoolStatus> SchoolStatus { get; } = Format<SchoolStatus>(
        (Register.SchoolStatus.Active, ["active", "aktiv"]),
        (Register.SchoolStatus.Dormant, ["dormant", "vilande"]),
        (Register.SchoolStatus.Closed, ["closed", "upphörd"]));

    public static CellFormat<AgreementStatus> AgreementStatus { get; } = Format<AgreementStatus>(
        (Register.AgreementStatus.InForce, ["in_force", "gäller"]),
        (Register.AgreementStatus.UnderRevision, ["under_revision", "revideras"]),
        (Register.AgreementStatus.Ended, ["ended", "upphörd"]));

    public static CellFormat<ForumKind> ForumKind { get; } = Format<ForumKind>(
        (Register.ForumKind.Steering, ["steering", "styrgrupp"]),
        (Register.ForumKind.Chiefs, ["chiefs", "chefsnivå"]),
        (Register.ForumKind.Transition, ["transition", "övergång"]),
        (Register.ForumKind.Local, ["local", "lokalt"]),
        (Register.ForumKind.Lecture, ["lecture", "föreläsning"]));

    public static CellFormat<ForumStatus> ForumStatus { get; } = Format<ForumStatus>(
        (Register.ForumStatus.Planned, ["planned", "planerat"]),
        (Register.ForumStatus.Cancelled, ["cancelled", "inställt"]),
        (Register.ForumStatus.Held, ["held", "genomfört"]));

    public static CellFormat<MaterialAudience> MaterialAudience { get; } = Format<MaterialAudience>(
        (Register.MaterialAudience.Schools, ["schools", "skolor"]),
        (Register.MaterialAudience.Contacts, ["contacts", "kontakter"]),
        (Register.MaterialAudience.All, ["all", "alla"]));

    public static CellFormat<Respondent> Respondent { get; } = Format<Respondent>(
        (Register.Respondent.Schools, ["schools", "skolor"]),
        (Register.Respondent.Contacts, ["contacts", "kontakter"]),
        (Register.Respondent.SteeringGroup, ["steering_group", "styrgrupp"]));

    public static CellFormat<bool> YesNo { get; } = Format<bool>(
        (true, ["yes", "ja", "true"]), (false, ["no", "nej", "false"]));

    /// <summary>The words that stand for fixed audiences of a forum; a programme or a group is named after a colon.</summary>
    public static CellFormat<string> ForumAudience { get; } = Format<string>(
        ("all", ["all", "alla"]), ("independent", ["independent", "fristående"]), ("municipal", ["municipal", "kommunala"]));

    private static CellFormat<T> Format<T>(params (T Value, string[] Words)[] vocabulary)
        where T : notnull
    {
        var values = vocabulary.SelectMany(v => v.Words, (v, word) => (word, v.Value)).ToDictionary(x => x.word, x => x.Value, StringComparer.OrdinalIgnoreCase);
        var written = vocabulary.ToDictionary(v => v.Value, v => v.Words[0]);
        var words = string.Join(", ", vocabulary.Select(v => string.Join('/', v.Words)));
        var allowed = Bilingual.Of($"Write one of: {words}.", $"Skriv ett av orden: {words}.");
        return new((text, out value) => values.TryGetValue(text, out value!) ? null : allowed, v => written[v], vocabulary[0].Value);
    }
}
