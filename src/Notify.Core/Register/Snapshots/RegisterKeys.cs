using System.Globalization;
using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>The keys under which the register is stored.</summary>
internal static class RegisterKeys
{
    /// <summary>In the district's partition: which version is the present one. Stands with what the watches have seen of it, see <see cref="RegisterStore.HeadPrefix"/>.</summary>
    public const string Pointer = RegisterStore.HeadPrefix + "register";

    /// <summary>In the system partition: changes with the commit of every import.</summary>
    public const string Generation = "register";

    /// <summary>In the system partition: the import that is being finished.</summary>
    public const string Intent = "import";

    /// <summary>In the system partition: one row per district that was ever imported.</summary>
    public const string DistrictPrefix = "district:";

    public const string ContinuityPrefix = "history:continuity:";

    public static string District(DistrictCode district) => $"{DistrictPrefix}{district}";

    public static string ChunksOfVersion(long version) => string.Create(CultureInfo.InvariantCulture, $"register:chunk:{version:D8}:");

    public static string ChunksOfImport(long version, string importId) => $"{ChunksOfVersion(version)}{importId}:";

    public static string Chunk(long version, string importId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{ChunksOfImport(version, importId)}{number:D3}");

    public static string HistoryOf(SchoolUnitCode school) => $"history:school:{school}:";

    public static string HistoryOfAgreement(string id) => $"history:agreement:{RecordKey.Hash(id)}:";

    /// <summary>Time, version (imports on a clock that stands still keep their order) and what changed.</summary>
    public static string Moment(DateTimeOffset at, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{RecordKey.Time(at)}:{version:D8}");
}
