using Notify.Core.Accounts;

namespace Notify.Testing.Contacts;

/// <summary>A directory that says what the test says; an account nobody has spoken of is there, and says nothing of itself.</summary>
public sealed class FakeDirectory : IAccountDirectory
{
    private readonly Dictionary<string, AccountLook> _looks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Whom it was asked about last.</summary>
    public IReadOnlyCollection<string> Ids { get; private set; } = [];

    /// <summary>What every question fails with; null: none does.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Sets what it says of an account.</summary>
    public void Say(string id, AccountState state, string? name = null, string? email = null, params IReadOnlyList<string> phones) => _looks[id] = new(state, name, email, phones);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, AccountLook>> LookAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        Asked++;
        Ids = ids;
        return Fault is null
            ? Task.FromResult<IReadOnlyDictionary<string, AccountLook>>(
                ids.ToDictionary(i => i, i => _looks.GetValueOrDefault(i, AccountLook.Of(AccountState.Active)), StringComparer.OrdinalIgnoreCase))
            : Task.FromException<IReadOnlyDictionary<string, AccountLook>>(Fault);
    }
}
