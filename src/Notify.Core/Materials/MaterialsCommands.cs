using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>What a coordinator does with support material by hand.</summary>
public sealed class MaterialsCommands(WatchRunner runner, MaterialsJob job, TimeProvider clock)
{
    /// <summary>Takes every present version as known to all of the district: nothing of it is announced or reminded of any more.</summary>
    /// <returns>How many materials; null: no such district, or a mail about one is being sent at this moment.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        return await runner.SnapshotAsync(district, ct) is { } snapshot && await (await job.OpenAsync(snapshot, ct)).TakeAsKnownAsync(ct)
            ? MaterialFacts.Of(snapshot, Today).Published.Count
            : null;
    }

    /// <summary>Records that a school, or all schools or contacts of a district, were told the present version in another way: no mail goes.</summary>
    public async Task<TellOutcome> TellAsync(Telling telling, CancellationToken ct)
    {
        await job.RunAsync(telling.District, ct);
        if (await runner.SnapshotAsync(telling.District, ct) is not { } snapshot)
        {
            return new(TellResult.NoSuchDistrict);
        }

        var facts = MaterialFacts.Of(snapshot, Today);
        if (facts.Published.FirstOrDefault(m => m.Id == telling.Material) is not { } material)
        {
            return new(TellResult.NoSuchMaterial);
        }

        var readers = facts.Readers.Where(telling.Concerns).ToList();
        var told = readers.Where(r => r.IsAmong(material.Audience)).Select(r => r.Recipient).ToList();
        if (told.Count == 0)
        {
            return new(readers.Count == 0 ? TellResult.NobodyThere : TellResult.NotForThem, material);
        }

        if (telling.At is { } at && StockholmTime.DateOf(at) < material.Published)
        {
            return new(TellResult.NotPublishedThen, material);
        }

        var moment = telling.At ?? clock.GetUtcNow();
        var isDone = await (await job.OpenAsync(snapshot, ct)).ChangeAsync(
            told, (state, _) => MaterialRule.Told(state, [VersionName.Of(material)], telling.By, moment), ct);

        // Others may have shared a mail that was withdrawn: they get theirs now.
        await runner.RunAgainAsync(job, telling.District, ct);
        return isDone ? new(TellResult.Told, material, told.Count) : new(TellResult.Busy, material);
    }

    private DateOnly Today => StockholmTime.DateOf(clock.GetUtcNow());
}

/// <summary>Who was told a material, how and when.</summary>
/// <param name="School">Null: everybody of the role.</param>
/// <param name="Role">Whom, if no school is named.</param>
/// <param name="At">Null: now.</param>
public sealed record Telling(DistrictCode District, string Material, SchoolUnitCode? School, RecipientRole Role, ToldChannel By, DateTimeOffset? At)
{
    /// <summary>Whether it is about the reader.</summary>
    public bool Concerns(MaterialReader reader) => School is { } code ? reader.Recipient == MaterialsKeys.Of(code) : reader.Role == Role;
}

/// <summary>What became of it.</summary>
/// <param name="Material">The present version; null when there is none.</param>
/// <param name="Count">How many it was recorded for.</param>
public sealed record TellOutcome(TellResult Result, Material? Material = null, int Count = 0);

/// <summary>What became of recording that somebody was told.</summary>
public enum TellResult
{
    Told,
    NoSuchDistrict,

    /// <summary>Or it is not published yet.</summary>
    NoSuchMaterial,

    /// <summary>The district has no such active school, or none at all; or another district tells it.</summary>
    NobodyThere,

    /// <summary>The material is for others.</summary>
    NotForThem,

    /// <summary>The moment lies before the version's publication.</summary>
    NotPublishedThen,

    /// <summary>A mail about it is being sent at this moment.</summary>
    Busy,
}
