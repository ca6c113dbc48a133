using Notify.Core.Register;

namespace Notify.Core.Jobs;

/// <summary>Something that is kept of a district and must be kept up; done at every sweep.</summary>
public interface IUpkeep
{
    /// <summary>Brings it up to date. At most one store operation when it is.</summary>
    Task KeepUpAsync(DistrictCode district, CancellationToken ct);
}
