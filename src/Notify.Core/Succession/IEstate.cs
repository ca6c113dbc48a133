using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Succession;

/// <summary>What a watch keeps of a district, and how it passes to the district's successor.</summary>
public interface IEstate
{
    /// <summary>The watch's name.</summary>
    string Watch { get; }

    /// <summary>The kinds of its mails: those of a merged district that wait are withdrawn, and what they were to say is said by the successor.</summary>
    IReadOnlySet<string> Kinds { get; }

    /// <summary>Its records, in the order in which they pass.</summary>
    IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing);
}

/// <summary>One passing of everything from a merged district to its successor.</summary>
/// <param name="From">The merged district's row.</param>
/// <param name="Heir">What the register says to the successor now.</param>
/// <param name="TakenBack">The mails of the merged district that never left: a state that rests on one of them is to say it anew.</param>
/// <param name="Now">When it passes.</param>
public sealed record Passing(District From, DistrictSnapshot Heir, IReadOnlySet<NotificationId> TakenBack, DateTimeOffset Now)
{
    /// <summary>Whether the mail never left.</summary>
    public bool IsTakenBack(NotificationId? mail) => mail is { } id && TakenBack.Contains(id);
}

/// <summary>Records of one kind that pass to a successor.</summary>
public interface IHeirloom
{
    /// <summary>The prefix of their keys.</summary>
    string Prefix { get; }

    /// <summary>The key that a record has in the successor's partition.</summary>
    string KeyOf(Record left);

    /// <summary>The change that gives the record to the successor; null when it has it. Decided again, it is null.</summary>
    /// <param name="own">What the successor has under that key; null: nothing.</param>
    RecordChange? Pass(Record left, Record? own);
}

/// <inheritdoc/>
/// <param name="pass">The record as the successor keeps it.</param>
/// <param name="join">What becomes of the successor's own record and the one that passes; null: its own stays as it is.</param>
/// <param name="keyOf">Null: under the same key.</param>
public sealed class Heirloom<T>(string prefix, JsonTypeInfo<T> json, Func<T, T> pass, Func<T, T, T>? join = null, Func<T, string>? keyOf = null) : IHeirloom
    where T : class
{
    /// <inheritdoc/>
    public string Prefix => prefix;

    /// <inheritdoc/>
    public string KeyOf(Record left) => keyOf is null ? left.Key : keyOf(pass(left.As(json).Value));

    /// <inheritdoc/>
    public RecordChange? Pass(Record left, Record? own)
    {
        var passed = pass(left.As(json).Value);
        if (own is null)
        {
            return new RecordChange.Insert(KeyOf(left), JsonSerializer.Serialize(passed, json));
        }

        var joined = join is null ? own.Value : JsonSerializer.Serialize(join(own.As(json).Value, passed), json);
        return joined == own.Value ? null : new RecordChange.Replace(own.Key, joined, own.ETag);
    }
}

/// <summary>Heirlooms that several watches have.</summary>
public static class Heirlooms
{
    /// <summary>The number that tells a watch's mails apart: the successor goes on above both, so that no link means two mails.</summary>
    public static IHeirloom CountOf(string watch) => new Heirloom<SayingCount>(
        WatchKeys.Count(watch), WatchLedgerJson.Default.SayingCount, c => c, (own, left) => own.Sequence >= left.Sequence ? own : left);
}
