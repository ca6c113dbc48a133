namespace Notify.Core.Register;

/// <summary>
/// A whole register: every table of CONTRACT.md. As read from files a table is null when its file is absent, which leaves that
/// part as it was; a register that was put together or is stored has no null.
/// </summary>
public sealed record RegisterContent
{
    public IReadOnlyList<District>? Districts { get; init; }

    public IReadOnlyList<School>? Schools { get; init; }

    public IReadOnlyList<Contact>? Contacts { get; init; }

    public IReadOnlyList<Assignment>? Assignments { get; init; }

    public IReadOnlyList<Agreement>? Agreements { get; init; }

    public IReadOnlyList<SteeringGroupMember>? SteeringGroups { get; init; }

    public IReadOnlyList<Forum>? Forums { get; init; }

    public IReadOnlyList<Attendance>? Attendance { get; init; }

    public IReadOnlyList<Material>? Materials { get; init; }

    public IReadOnlyList<QuestionnaireStatement>? Questionnaires { get; init; }

    public IReadOnlyList<FollowUp>? FollowUps { get; init; }
}
