using System.Globalization;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.Layout;

namespace Notify.Web.Forums;

/// <summary>How a forum stands, as pages show and filter it.</summary>
public enum ForumStage
{
    /// <summary>Its invitations are not due yet.</summary>
    Planned,

    /// <summary>Its invitations have gone, and it has not begun.</summary>
    Invited,

    /// <summary>It has begun, and nobody has recorded who came.</summary>
    Unrecorded,

    /// <summary>It has been held, and it is known who came.</summary>
    Held,

    /// <summary>It was called off.</summary>
    CalledOff,
}

/// <summary>Which forums a list shows, as its address says.</summary>
public sealed record ForumFilter(DistrictCode? District, ForumKind? Kind, string Term, ForumStage? State, int Page)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the filter.</summary>
    public static ForumFilter Read(QueryReader query) =>
        new(query.District("district"), query.Word<ForumKind>("kind"), query.Text("term"), query.Word<ForumStage>("state"), query.Page("page"));

    /// <summary>Whether the term is none, or written as terms are.</summary>
    public bool HasTerm => Term.Length == 0 || SchoolTerm.TryParse(Term, out _);

    /// <summary>Whether the forum is shown.</summary>
    public bool Shows(ForumRecord forum, DateTimeOffset now) =>
        (District is not { } district || forum.District == district)
        && (Kind is not { } kind || forum.Forum.Kind == kind)
        && (Term.Length == 0 || forum.Term.ToString().Equals(Term, StringComparison.OrdinalIgnoreCase))
        && (State is not { } state || StageOf(forum, now) == state);

    /// <summary>How a forum stands.</summary>
    public static ForumStage StageOf(ForumRecord forum, DateTimeOffset now) =>
        forum.Forum.IsCalledOff ? ForumStage.CalledOff
        : forum.IsHeld(now) ? ForumStage.Held
        : forum.Forum.Meeting.Starts <= now ? ForumStage.Unrecorded
        : forum.Invitees.Any(i => i.InvitedAt is not null) ? ForumStage.Invited : ForumStage.Planned;

    /// <summary>What is shown: the coming ones first, the nearest at the top; then those behind, the latest first.</summary>
    public IEnumerable<ForumRecord> Sorted(IEnumerable<ForumRecord> forums, DateTimeOffset now) => forums.Where(f => Shows(f, now))
        .OrderBy(f => f.Forum.Meeting.Starts <= now)
        .ThenBy(f => (f.Forum.Meeting.Starts - now).Duration()).ThenBy(f => f.Forum.Id, StringComparer.Ordinal);

    /// <summary>The address of another page of the same list.</summary>
    public string Url(PageFrame frame, int page) => frame.Url(
        "/forums",
        ("district", District?.ToString()), ("kind", Kind?.ToString().ToLowerInvariant()), ("term", Term), ("state", State?.ToString().ToLowerInvariant()),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
