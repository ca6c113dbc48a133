namespace Notify.Core.Register.Reading.Tables;

internal static class ForumTable
{
    private const string Programme = "programme:";
    private const string Group = "group:";

    public static readonly Column<Forum, string> Id = new("id", null, Need.Key, Cells.Text, f => f.Id);
    public static readonly Column<Forum, DistrictCode> District = new("district", "stadsdel", Need.Required, Cells.District, f => f.District);
    public static readonly Column<Forum, ForumKind> Kind = new("kind", "typ", Need.Required, Words.ForumKind, f => f.Kind);
    private static readonly Column<Forum, string> Title = new("title", "titel", Need.Required, Cells.Text, f => f.Title);
    private static readonly Column<Forum, DateTimeOffset> Starts = new("starts", "börjar", Need.Required, Cells.Time, f => f.Starts);
    private static readonly Column<Forum, DateTimeOffset> Ends = new("ends", "slutar", Need.Required, Cells.Time, f => f.Ends);
    private static readonly Column<Forum, string?> Place = new("place", "plats", Need.Optional, Cells.OptionalText, f => f.Place);
    public static readonly Column<Forum, string> Audience = new("audience", "målgrupp", Need.Optional, new(ParseAudience, a => a, string.Empty), f => f.Audience);
    private static readonly Column<Forum, IReadOnlyList<SchoolType>> Types = new("types", "skolformer", Need.Optional, Lists.Of(Words.SchoolType), f => f.Types);
    private static readonly Column<Forum, int?> Capacity = new("capacity", "platser", Need.Optional, Cells.Number(0, 100_000).Optional(), f => f.Capacity);
    private static readonly Column<Forum, string?> OrganiserName = new("organiser_name", "arrangör", Need.Optional, Cells.OptionalText, f => f.OrganiserName);
    private static readonly Column<Forum, EmailAddress?> OrganiserEmail = new("organiser_email", "arrangör_epost", Need.Optional, Cells.Email.Optional(), f => f.OrganiserEmail);
    private static readonly Column<Forum, DateOnly?> RsvpBy = new("rsvp_by", "svara_senast", Need.Optional, Cells.Date.Optional(), f => f.RsvpBy);
    private static readonly Column<Forum, ForumStatus> Status = new("status", null, Need.Optional, Words.ForumStatus.Or(ForumStatus.Planned), f => f.Status);
    private static readonly Column<Forum, string?> Agenda = new("agenda", null, Need.Optional, Cells.OptionalLines, f => f.Agenda);

    public static readonly TableLayout<Forum> Layout = new(
        "forums",
        [Id, District, Kind, Title, Starts, Ends, Place, Audience, Types, Capacity, OrganiserName, OrganiserEmail, RsvpBy, Status, Agenda],
        Read);

    /// <summary>The steering group that a forum is for; null when it is for others.</summary>
    public static string? GroupOf(Forum forum) => After(Group, forum.Audience);

    /// <summary>The programme whose schools a forum is for; null when it is for others.</summary>
    public static string? ProgrammeOf(Forum forum) => After(Programme, forum.Audience);

    /// <summary>The audience that is the steering group.</summary>
    public static string AudienceOf(string steeringGroup) => Group + steeringGroup;

    private static string? After(string prefix, string audience) =>
        audience.StartsWith(prefix, StringComparison.Ordinal) ? audience[prefix.Length..] : null;

    private static Forum Read(RowReader<Forum> row)
    {
        var kind = row.Get(Kind);
        var audience = row.Get(Audience);
        var types = row.Get(Types);
        var forum = new Forum(
            row.Get(Id),
            row.Get(District),
            kind,
            row.Get(Title),
            row.Get(Starts),
            row.Get(Ends),
            row.Get(Place),
            audience.Length > 0 || kind == ForumKind.Steering ? audience : "all",
            types.Count > 0 ? types : TypesOf(kind),
            row.Get(Capacity),
            row.Get(OrganiserName),
            row.Get(OrganiserEmail),
            row.Get(RsvpBy),
            row.Get(Status),
            row.Get(Agenda));
        if (row.IsSound(Starts) && row.IsSound(Ends) && forum.Ends <= forum.Starts)
        {
            row.Refuse(Ends, new("The forum must end after it starts: correct ends or starts.", "Forumet måste sluta efter att det börjar: rätta slutar eller börjar."));
        }

        return forum;
    }

    private static SchoolType[] TypesOf(ForumKind kind) => kind switch
    {
        ForumKind.Local or ForumKind.Lecture => [SchoolType.Compulsory, SchoolType.UpperSecondary],
        ForumKind.Transition => [SchoolType.Preschool, SchoolType.Compulsory],
        _ => Enum.GetValues<SchoolType>(),
    };

    private static Bilingual? ParseAudience(string text, out string value)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return Words.ForumAudience.Parse(text, out value) is { } problem
                ? Bilingual.Of($"{problem.English.TrimEnd('.')}, programme:NAME or group:ID.", $"{problem.Swedish.TrimEnd('.')}, programme:NAMN eller group:ID.")
                : null;
        }

        var name = text[(colon + 1)..].Trim();
        var prefix = text[..(colon + 1)].ToLowerInvariant();
        value = prefix + name;
        return prefix is Programme or Group && name.Length > 0 && !name.Contains('\n', StringComparison.Ordinal)
            ? null
            : new("Write all, independent, municipal, programme:NAME or group:ID.", "Skriv alla, fristående, kommunala, programme:NAMN eller group:ID.");
    }
}
