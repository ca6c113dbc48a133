using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Materials;

/// <summary>The keys of the materials watch in a district's partition, and the subjects of its notifications and links.</summary>
public static class MaterialsKeys
{
    /// <summary>The watch's name.</summary>
    public const string Watch = "materials";

    /// <summary>Prefix of the states of recipients.</summary>
    public const string RecipientPrefix = "materials:recipient:";

    private const string SchoolPrefix = "school:";
    private const string ContactPrefix = "contact:";
    private const string SeveralPrefix = "materials:";

    /// <summary>The key of a recipient's state.</summary>
    public static string Recipient(string recipient) => RecipientPrefix + RecordKey.Hash(recipient);

    /// <summary>A school as a recipient.</summary>
    public static string Of(SchoolUnitCode school) => SchoolPrefix + school;

    /// <summary>A contact as a recipient, by the id of the register.</summary>
    public static string OfContact(string contact) => ContactPrefix + contact;

    /// <summary>The school that a recipient is, or null.</summary>
    public static SchoolUnitCode? SchoolIn(string recipient) =>
        recipient.StartsWith(SchoolPrefix, StringComparison.Ordinal) && SchoolUnitCode.TryParse(recipient[SchoolPrefix.Length..], out var code) ? code : null;

    /// <summary>The subject of a mail: the recipient itself; of several who share one, a name for just these.</summary>
    public static string Subject(IReadOnlyCollection<string> recipients) =>
        recipients.Count == 1 ? recipients.First() : SeveralPrefix + RecordKey.Hash(string.Join('\n', recipients.Order(StringComparer.Ordinal)));

    /// <summary>The narrowest prefix of the states that a mail, or a link, with the subject concerns.</summary>
    public static string PrefixOf(string subject) =>
        subject.StartsWith(SeveralPrefix, StringComparison.Ordinal) ? RecipientPrefix : Recipient(subject);

    /// <summary>The name of a version of a material, in keys and addresses of pages.</summary>
    public static string Version(string material, string version) => RecordKey.Hash($"{material}\n{version}");
}
