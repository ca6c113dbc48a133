namespace Notify.Local.Sample;

/// <summary>What is about to happen, or has happened, to a school's contact.</summary>
internal enum Turn
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nobody was ever named.</summary>
    NeverNamed,

    /// <summary>The contact has left, and nobody came.</summary>
    Left,

    /// <summary>There is nobody to step in.</summary>
    Alone,

    /// <summary>The present contact came lately, after another.</summary>
    Came,

    /// <summary>Another contact comes later on.</summary>
    Comes,
}

/// <summary>The turns of the sample: a school is meant by its place among those of the district that are at work.</summary>
internal static class ContactTurns
{
    private static readonly Dictionary<(string District, int Place), (Turn Turn, int Days)> Turns = new()
    {
        [("FARSTA", 8)] = (Turn.Left, -9),
        [("ALVSJO", 8)] = (Turn.NeverNamed, 0),
        [("EAV", 5)] = (Turn.Alone, 0),
        [("ALVSJO", 2)] = (Turn.Alone, 0),
        [("OSTERMALM", 3)] = (Turn.Alone, 0),
        [("NORRMALM", 1)] = (Turn.Came, -40),
        [("HV", 3)] = (Turn.Came, -130),
        [("KUNGSHOLMEN", 2)] = (Turn.Came, -16),
        [("EAV", 9)] = (Turn.Comes, 45),
        [("OSTERMALM", 10)] = (Turn.Comes, 80),
    };

    /// <summary>Whether the district has a contact who came or comes after another.</summary>
    public static bool HasSuccessor(string district) =>
        Turns.Any(t => t.Key.District == district && (t.Value.Turn is Turn.Came or Turn.Comes));

    /// <summary>What turns for the school, and on which day from today.</summary>
    public static (Turn Turn, int Days) Of(string district, int place) => Turns.GetValueOrDefault((district, place));
}
