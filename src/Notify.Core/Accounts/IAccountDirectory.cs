using Notify.Core.Sources;

namespace Notify.Core.Accounts;

/// <summary>The municipality's directory of its people.</summary>
public interface IAccountDirectory
{
    /// <summary>Looks accounts up: all of them, or it is an error.</summary>
    /// <param name="ids">As the register has them in <c>entra_id</c>.</param>
    /// <returns>What it says of each.</returns>
    /// <exception cref="SourceException">It cannot be asked now.</exception>
    Task<IReadOnlyDictionary<string, AccountLook>> LookAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}

/// <summary>What the directory says of an account.</summary>
/// <param name="Name">Null, as all that follow: it does not say.</param>
/// <param name="Phones">The one to be called first stands first.</param>
public sealed record AccountLook(AccountState State, string? Name, string? Email, IReadOnlyList<string> Phones)
{
    /// <summary>The phone to be called first; null: it does not say.</summary>
    public string? FirstPhone => Phones is [var first, ..] ? first : null;

    /// <summary>One of which nothing is said but where it is.</summary>
    public static AccountLook Of(AccountState state) => new(state, null, null, []);
}

/// <summary>Where an account is.</summary>
public enum AccountState
{
    /// <summary>It can be signed in to, or the directory does not say that it cannot.</summary>
    Active,

    /// <summary>It is there, and closed. A shared mailbox always is.</summary>
    Disabled,

    /// <summary>There is none of that id.</summary>
    Gone,

    /// <summary>The id is none that an account could have.</summary>
    Unreadable,
}
