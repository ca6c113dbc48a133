using System.CommandLine;

namespace Notify.Local.Commands;

/// <summary><c>notify report</c>: figures for the city's own follow-up of its goals.</summary>
public static class ReportCommand
{
    /// <summary>The command, with one subcommand for each report.</summary>
    public static Command Create() => new("report", "Figures of the whole city, to keep and to compare")
    {
        ParityReportCommand.Create(),
        MaterialsReportCommand.Create(),
        FollowUpReportCommand.Create(),
    };
}
