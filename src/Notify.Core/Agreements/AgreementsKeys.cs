using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Agreements;

/// <summary>The keys of the agreements watch in a district's partition, and the subjects of its notifications.</summary>
public static class AgreementsKeys
{
    /// <summary>The watch's name.</summary>
    public const string Watch = "agreements";

    /// <summary>Prefix of the states of agreements.</summary>
    public const string AgreementPrefix = "agreements:agreement:";

    private const string SubjectPrefix = "agreement:";

    /// <summary>The key of an agreement's state.</summary>
    public static string Agreement(string id) => AgreementPrefix + RecordKey.Hash(id);

    /// <summary>The subject of mails about one agreement, and of the links that answer for it.</summary>
    public static string Subject(string id) => SubjectPrefix + id;

    /// <summary>The subject of a mail about several.</summary>
    public static string Subject(DistrictCode district) => $"agreements:{district}";

    /// <summary>The agreement in a subject, or null.</summary>
    public static string? AgreementIn(string subject) =>
        subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? subject[SubjectPrefix.Length..] : null;
}
