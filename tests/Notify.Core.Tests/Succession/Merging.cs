using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Succession;

/// <summary>Imports registers as files are: rows that name a merged district are the successor's when they are read.</summary>
internal static class Merging
{
    /// <summary>The register in which a district names its successor, and everything else is as it was.</summary>
    public static RegisterBuilder Merged(this RegisterBuilder register, string district, string successor) =>
        register.ChangeDistrict(district, d => d with { Successor = DistrictCode.Parse(successor) });

    /// <summary>What the reading of such files gives.</summary>
    public static RegisterReading ReadAsFiles(this RegisterBuilder register, RegisterContent? present = null) =>
        RegisterReader.Read(RegisterWriter.Write(register.Build()), present ?? new());

    /// <summary>The register with another district beside BROMMA, of the same coordinator and director.</summary>
    public static RegisterBuilder WithFarsta(this RegisterBuilder register) => register.With(c => c with
    {
        Districts = [.. c.Districts!, c.Districts!.Single(d => d.Code.ToString() == "BROMMA") with { Code = Farsta, Name = "Farsta" }],
    });

    /// <summary>The code of that district.</summary>
    public static DistrictCode Farsta { get; } = DistrictCode.Parse("FARSTA");

    /// <inheritdoc cref="ImportFilesAsync(RegisterImport, RegisterBuilder, bool)"/>
    public static Task<ImportOutcome> ImportFilesAsync(this ContactsWorld world, RegisterBuilder register, bool allow = false) =>
        world.Get<RegisterImport>().ImportFilesAsync(register, allow);

    /// <summary>Imports them; they have no errors.</summary>
    /// <param name="allow">Whether it passes the mass-change guard.</param>
    public static async Task<ImportOutcome> ImportFilesAsync(this RegisterImport import, RegisterBuilder register, bool allow = false) =>
        (await import.ImportAsync(
            present =>
            {
                var reading = register.ReadAsFiles(present);
                Assert.Empty(reading.Errors);
                return reading.Content;
            },
            new ImportRequest("files", allow),
            null,
            default))!;
}
