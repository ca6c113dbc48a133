using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>A steering forum without an audience is for the steering group of its district.</summary>
internal static class SteeringAudience
{
    /// <summary>The forums with that audience filled in; where the district has no such group, or several, the row is refused.</summary>
    public static TableRows<Forum> FillIn(TableRows<Forum> forums, TableRows<SteeringGroupMember> groups, IssueLog log)
    {
        if (forums.File is not { } file)
        {
            return forums;
        }

        var byDistrict = groups.Rows.Where(g => g.IsSound(SteeringGroupTable.Id)).ToLookup(g => g.Value.District, g => g.Value.Id);
        return new(forums.Layout, [.. forums.Rows.Select(Fill)]) { File = file, Header = forums.Header, IsComplete = forums.IsComplete };

        TableRow<Forum> Fill(TableRow<Forum> row)
        {
            if (row.Value.Audience.Length > 0 || !row.IsSound(ForumTable.Audience) || !row.IsSound(ForumTable.Kind) || !row.IsSound(ForumTable.District))
            {
                return row;
            }

            var ids = byDistrict[row.Value.District].Distinct().ToList();
            if (ids.Count == 1)
            {
                return row with { Value = row.Value with { Audience = ForumTable.AudienceOf(ids[0]) } };
            }

            if (groups.IsComplete)
            {
                var found = ids.Count == 0 ? new("no steering group", "ingen styrgrupp") : Bilingual.Of($"{ids.Count} steering groups", $"{ids.Count} styrgrupper");
                log.Error(file.File, row.Raw!.Line, forums.Spelling(ForumTable.Audience), string.Empty, Bilingual.Of(
                    $"The district {row.Value.District} has {found.English}, so the forum's audience cannot be guessed: write group:ID.",
                    $"Stadsdelen {row.Value.District} har {found.Swedish}, så forumets målgrupp går inte att gissa: skriv group:ID."));
            }

            return row;
        }
    }
}
