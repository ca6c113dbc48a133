using System.ComponentModel.DataAnnotations;

namespace Notify.Core.Register;

/// <summary>Settings under <c>Import</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Import";

    /// <summary>A district that loses a greater share than this (and at least two) holds the import. Unit: percent.</summary>
    [Range(0, 100)]
    public int MassChangePercent { get; set; } = 20;
}
