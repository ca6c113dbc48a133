using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Forums;

/// <summary>A school on the form on which attendance is recorded.</summary>
/// <param name="IsInvited">Whether it was invited; the others of the district can have come all the same.</param>
public sealed record AttendanceLine(SchoolUnitCode School, string Name, bool IsInvited, RecordedAttendance? Attendance);

/// <summary>What the form says: a tick for each school that came.</summary>
public static class AttendanceForm
{
    private const int MostPersons = 10_000;

    /// <summary>The schools on the form: those invited first, then the rest of the district, by name.</summary>
    public static IReadOnlyList<AttendanceLine> LinesOf(ForumRecord record, DistrictSnapshot district)
    {
        var known = record.Invitees.Where(i => ForumsKeys.SchoolIn(i.Invitee) is not null).ToDictionary(i => ForumsKeys.SchoolIn(i.Invitee)!.Value);
        var lines = known.Select(i => new AttendanceLine(i.Key, i.Value.Name, record.IsInvited(i.Value), i.Value.Attendance));
        var others = district.Schools.Where(s => !known.ContainsKey(s.Code) && s.Status == SchoolStatus.Active).Select(s => new AttendanceLine(s.Code, s.Name, false, null));
        return [.. lines.Concat(others).OrderByDescending(l => l.IsInvited).ThenBy(l => l.Name, Layout.DistrictList.ByName)];
    }

    /// <summary>The visits that a posted form tells of: every school that was invited, came, or was recorded before. Null when it makes no sense.</summary>
    public static IReadOnlyList<Visit>? Read(IFormCollection form, ForumRecord record, DistrictSnapshot district)
    {
        var lines = LinesOf(record, district);
        var came = form["came"].Select(c => c ?? "").ToHashSet(StringComparer.Ordinal);
        var visits = new List<Visit>();
        foreach (var line in lines)
        {
            var isThere = came.Remove(line.School.ToString());
            var text = form.Field($"persons-{line.School}").Trim();
            int? persons = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostPersons ? count : null;
            if (text.Length > 0 && persons is null)
            {
                return null;
            }

            if (isThere || line.IsInvited || line.Attendance is not null)
            {
                visits.Add(new(line.School, isThere, isThere ? persons : null));
            }
        }

        return came.Count == 0 ? visits : null;
    }
}

/// <summary>What the page says of what its reader just did.</summary>
public enum AttendanceNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>The attendance counts.</summary>
    Recorded,

    /// <summary>A number or a school that cannot be.</summary>
    Refused,

    /// <summary>The forum has not begun, or was called off.</summary>
    Closed,
}
