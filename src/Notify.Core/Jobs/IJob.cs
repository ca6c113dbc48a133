using Notify.Core.Register;

namespace Notify.Core.Jobs;

/// <summary>Work that is done for one district at a time, on a schedule. Running it twice does no harm.</summary>
public interface IJob
{
    /// <summary>A name of CONTRACT.md "Jobs", as <c>contacts</c>.</summary>
    string Name { get; }

    /// <summary>Does what is to be done now.</summary>
    Task RunAsync(DistrictCode district, CancellationToken ct);
}

/// <summary>Work that is done for the whole city at once, on a schedule. Running it twice does no harm.</summary>
public interface ICityJob
{
    /// <inheritdoc cref="IJob.Name"/>
    string Name { get; }

    /// <summary>Does what is to be done now.</summary>
    Task RunAsync(CancellationToken ct);
}
