namespace Notify.Core.Materials;

/// <summary>The kinds of mail of the materials watch (CONTRACT.md "Mail").</summary>
public static class MaterialKinds
{
    public const string Published = "material-published";
    public const string Reminder = "material-reminder";

    /// <summary>Every kind of the watch.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string> { Published, Reminder };
}
