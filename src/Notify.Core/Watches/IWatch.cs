using Notify.Core.Register;

namespace Notify.Core.Watches;

/// <summary>What a watch decides for itself; when it is asked is up to <see cref="WatchRunner"/>.</summary>
public interface IWatch
{
    /// <summary>The name of its job, as <c>agreements</c>; also in its keys, see <see cref="WatchKeys"/>.</summary>
    string Name { get; }

    /// <summary>A hash of the options and rules it decides by: when they change, every district is looked at anew. See <see cref="WatchRules"/>.</summary>
    string Rules { get; }

    /// <summary>Decides about a district and commits what it decided. A lost race throws; it is then asked again.</summary>
    /// <returns>Null: there is nothing to watch yet, and this is still the first look.</returns>
    /// <exception cref="Store.ConflictException">Somebody else changed what the decision rests on.</exception>
    Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct);
}

/// <summary>A district that a watch is to look at.</summary>
/// <param name="Register">Where its register stands.</param>
/// <param name="IsFirst">Whether the watch has never looked at it.</param>
public sealed record WatchedDistrict(DistrictCode Code, RegisterPointer Register, bool IsFirst);

/// <summary>That a watch has looked at a district.</summary>
/// <param name="NextDue">When it must look again although nothing changes; null: never. Now or before: as soon as it is asked again.</param>
public sealed record Look(DateTimeOffset? NextDue);
