using Notify.Core.Contacts;

namespace Notify.Core.Accounts;

/// <summary>Values of <c>contact-differs</c>: to the coordinator, on contacts of whom the directory says otherwise than the register.</summary>
/// <remarks>Link: <c>portal</c>.</remarks>
public sealed record ContactDiffersMail(MailDistrict District, IReadOnlyList<MailAccount> Accounts);

/// <summary>A contact and its account.</summary>
/// <param name="State">
/// <c>differs</c>; <c>gone</c> or <c>disabled</c>, so that the assignments end; <c>unknown</c>: the id is no account's;
/// <c>returned</c>: it was gone or disabled, and is back.
/// </param>
/// <param name="LastDay">Of the assignments, <c>yyyy-MM-dd</c>; empty unless they end.</param>
/// <param name="Differences">What differs; empty unless <c>differs</c>.</param>
/// <param name="Schools">Names of the schools that turn to this contact, the first of them.</param>
/// <param name="MoreSchools">How many schools are not listed.</param>
public sealed record MailAccount(
    string Name, string State, string LastDay, IReadOnlyList<AccountDifference> Differences, IReadOnlyList<string> Schools, int MoreSchools);

/// <summary>Invented values of the mail, for previews.</summary>
internal static class AccountMailSample
{
    public static ContactDiffersMail Of() => new(
        new("Bromma", "samordnare.bromma@stad.example"),
        [
            new("Anna Ek", "differs", "", [new("phone", "08-508 06 010", "08-508 06 099"), new("email", "anna.ek@stad.example", "anna.lind@stad.example")], ["Björklundaskolan", "Ekhöjdens skola"], 0),
            new("Bo Alm", "gone", "2026-03-01", [], ["Tallbackens skola"], 0),
        ]);
}
