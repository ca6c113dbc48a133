using System.CommandLine;

namespace Notify.Local.Commands;

/// <summary>The options that name a district and a school.</summary>
public static class DistrictOptions
{
    /// <summary>A district, always to be named.</summary>
    public static Option<string> District { get; } = new("--district") { Description = "Code of the district", HelpName = "CODE", Required = true };

    /// <summary>One school of the district.</summary>
    public static Option<string?> School { get; } = new("--school") { Description = "Code of the school (default: every school of the district)", HelpName = "CODE" };
}
