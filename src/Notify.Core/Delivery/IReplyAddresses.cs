using Notify.Core.Register;

namespace Notify.Core.Delivery;

/// <summary>Where answers to a district's mail go.</summary>
public interface IReplyAddresses
{
    /// <summary>The district's <c>reply_to</c>, or else its coordinator; null when the district is not in the register.</summary>
    Task<EmailAddress?> OfAsync(DistrictCode district, CancellationToken ct);
}
