using System.Text.RegularExpressions;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Time;

namespace Notify.Core.Accounts;

/// <summary>What follows from a look at an account. Pure.</summary>
public static partial class AccountRule
{
    /// <summary>So many accounts gone at once are no mistake of the directory, whatever share they are.</summary>
    public const int AtLeastGone = 5;

    /// <summary>Two looks, at least so far apart, must agree that somebody has left.</summary>
    public static readonly TimeSpan Confirmation = TimeSpan.FromHours(1);

    /// <summary>Whether so many new leavers at once are rather a fault of the directory.</summary>
    public static bool IsNonsense(int left, int looked, int percent) => left >= AtLeastGone && left * 100 > percent * looked;

    /// <summary>Whether who has this account has left. A shared mailbox, which a function has, is never signed in to.</summary>
    public static bool HasLeft(AccountState state, ContactKind kind) =>
        state is AccountState.Gone || (state is AccountState.Disabled && kind is not ContactKind.Function);

    /// <summary>The finding after a look; null: there is nothing to find.</summary>
    /// <param name="before">Of this contact and account; null: none.</param>
    public static AccountFinding? Next(AccountFinding? before, Contact contact, AccountLook look, AccountsOptions options, DateTimeOffset now)
    {
        var isLeft = HasLeft(look.State, contact.Kind);
        var wasLeft = before is not null && HasLeft(before.State, contact.Kind);
        var since = before is not null && wasLeft == isLeft ? before.Since : now;
        var lastDay = !isLeft || !wasLeft ? null : before!.LastDay ?? (now - since >= Confirmation ? StockholmTime.DateOf(now).AddDays(-1) : null);
        var next = new AccountFinding(
            contact.Id, contact.EntraId!, look.State, since, lastDay, lastDay is not null && before!.IsApplied,
            options.TakeName ? Usable(look.Name) : null,
            options.TakeEmail && EmailAddress.TryParse(look.Email, out var email) ? email : null,
            options.TakePhone ? Usable(look.FirstPhone) : null,
            before?.Told ?? []);
        return isLeft || look.State is AccountState.Unreadable || next.Amends || Differences(contact, look, next).Count > 0 ? next : null;
    }

    /// <summary>What the register says otherwise than the directory, and does not take from there.</summary>
    public static IReadOnlyList<AccountDifference> Differences(Contact contact, AccountLook look, AccountFinding finding)
    {
        var found = new List<AccountDifference>();
        if (finding.Name is null && Usable(look.Name) is { } name && !Plain(name).Equals(Plain(contact.Name), StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new("name", contact.Name, name));
        }

        if (finding.Email is null && Usable(look.Email) is { } email && !email.Equals(contact.Email.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new("email", contact.Email.ToString(), email));
        }

        // Who has none in the register misleads nobody by it.
        if (finding.Phone is null && contact.Phone is { } phone && Usable(look.FirstPhone) is { } first && !look.Phones.Any(p => Digits(p) == Digits(phone)))
        {
            found.Add(new("phone", phone, first));
        }

        return found;
    }

    /// <summary>A value that a cell of the register could hold; else null.</summary>
    private static string? Usable(string? text) =>
        text is { } some && CellGuard.Problem(some) is null && CellGuard.Clean(some) is { Length: > 0 } clean && !clean.Contains('\n', StringComparison.Ordinal) ? clean : null;

    private static string Plain(string text) => Blanks().Replace(CellGuard.Clean(text), " ");

    /// <summary>A number as it is dialled in Sweden.</summary>
    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Replace("(0)", "", StringComparison.Ordinal).Where(c => char.IsAsciiDigit(c) || c == '+'));
        return digits.StartsWith("+46", StringComparison.Ordinal) ? "0" + digits[3..] : digits.StartsWith("0046", StringComparison.Ordinal) ? "0" + digits[4..] : digits;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>One thing that differs.</summary>
/// <param name="What"><c>name</c>, <c>email</c> or <c>phone</c>.</param>
public sealed record AccountDifference(string What, string Register, string Directory);
