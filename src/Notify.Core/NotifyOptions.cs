using Notify.Core.Access;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Links;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core;

/// <summary>Every setting that decisions depend on, one property per section of CONTRACT.md "Configuration"; the defaults where a section is not given.</summary>
public sealed record NotifyOptions
{
    public SendWindowOptions SendWindow { get; init; } = new();

    public ContactsOptions Contacts { get; init; } = new();

    public AgreementsOptions Agreements { get; init; } = new();

    public ForumsOptions Forums { get; init; } = new();

    public MaterialsOptions Materials { get; init; } = new();

    public FollowUpsOptions FollowUps { get; init; } = new();

    public ImportOptions Import { get; init; } = new();

    public MailOptions Mail { get; init; } = new();

    public LinkOptions Links { get; init; } = new();

    public ApiOptions Api { get; init; } = new();
}
