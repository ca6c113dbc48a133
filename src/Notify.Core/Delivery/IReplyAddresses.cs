using Notify.Core.Register;

namespace Notify.Core.Delivery;

/// <summary>Where answers to a district's mail go.</summary>
public interface IReplyAddresses
{
    /// <summary>The district's <c>reply_to</c>, or else its coordinator; null when the district is not in the register.</summary>
    Task<EmailAddress?> OfAsync(DistrictCode district, CancellationToken ct);
}

/// <summary>Where answers go, by the present register. Two store operations at most, one when the snapshot was read before.</summary>
public sealed class RegisterReplyAddresses(RegisterStore register) : IReplyAddresses
{
    /// <inheritdoc/>
    public async Task<EmailAddress?> OfAsync(DistrictCode district, CancellationToken ct)
    {
        if (await register.PointerAsync(district, ct) is not { } pointer)
        {
            return null;
        }

        var row = (await register.SnapshotAsync(district, pointer, ct)).District;
        return row.ReplyTo ?? row.CoordinatorEmail;
    }
}
