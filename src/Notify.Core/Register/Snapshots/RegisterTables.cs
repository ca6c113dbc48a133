using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace Notify.Core.Register;

/// <summary>The tables of CONTRACT.md "Register files": their names, the keys of their rows, and what differs between two registers.</summary>
public static class RegisterTables
{
    private static readonly RegisterJson Json = RegisterJson.Default;

    /// <summary>The key of a row, unique in its table; only to compare and sort.</summary>
    public static string KeyOf(District row) => row.Code.ToString();

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(School row) => row.Code.ToString();

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Contact row) => row.Id;

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Assignment row) => Key(
        row.District.ToString(), row.School.ToString(), ((int)row.Role).ToString(CultureInfo.InvariantCulture), row.Contact, Day(row.From));

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Agreement row) => row.Id;

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(SteeringGroupMember row) => Key(row.Id, row.MemberEmail.ToString().ToLowerInvariant());

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Forum row) => row.Id;

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Attendance row) => Key(row.Forum, row.School.ToString());

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(Material row) => row.Id;

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(QuestionnaireStatement row) => Key(row.Id, row.Version, row.Axis, row.Statement);

    /// <inheritdoc cref="KeyOf(District)"/>
    public static string KeyOf(FollowUp row) => row.Id;

    /// <summary>Counts per table, under its name and in the order of CONTRACT.md.</summary>
    public static IReadOnlyDictionary<string, TableChanges> Compare(RegisterContent before, RegisterContent after) =>
        new Dictionary<string, TableChanges>
        {
            ["districts"] = Compare(before.Districts, after.Districts, KeyOf, Json.District),
            ["schools"] = Compare(before.Schools, after.Schools, KeyOf, Json.School),
            ["contacts"] = Compare(before.Contacts, after.Contacts, KeyOf, Json.Contact),
            ["assignments"] = Compare(before.Assignments, after.Assignments, KeyOf, Json.Assignment),
            ["agreements"] = Compare(before.Agreements, after.Agreements, KeyOf, Json.Agreement),
            ["steering_groups"] = Compare(before.SteeringGroups, after.SteeringGroups, KeyOf, Json.SteeringGroupMember),
            ["forums"] = Compare(before.Forums, after.Forums, KeyOf, Json.Forum),
            ["attendance"] = Compare(before.Attendance, after.Attendance, KeyOf, Json.Attendance),
            ["materials"] = Compare(before.Materials, after.Materials, KeyOf, Json.Material),
            ["questionnaires"] = Compare(before.Questionnaires, after.Questionnaires, KeyOf, Json.QuestionnaireStatement),
            ["followups"] = Compare(before.FollowUps, after.FollowUps, KeyOf, Json.FollowUp),
        };

    private static TableChanges Compare<T>(IReadOnlyList<T>? before, IReadOnlyList<T>? after, Func<T, string> key, JsonTypeInfo<T> type)
    {
        var old = RegisterDivision.Rows(before).ToDictionary(key, StringComparer.Ordinal);
        var present = RegisterDivision.Rows(after);
        var kept = present.Where(row => old.ContainsKey(key(row))).ToList();
        var changed = kept.Count(row => RegisterJson.Write(row, type) != RegisterJson.Write(old[key(row)], type));
        return new(present.Count - kept.Count, old.Count - kept.Count, changed);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    // A character that stands in no cell, and sorts before all that do.
    private static string Key(params string[] parts) => string.Join('\u001f', parts);
}
