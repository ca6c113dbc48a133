namespace Notify.Core.Accounts;

/// <summary>How accounts are looked at, and what of them the register takes.</summary>
/// <param name="LookEvery">The time between two looks.</param>
/// <param name="MostGonePercent">
/// When more than this share of all accounts (and at least <see cref="AccountRule.AtLeastGone"/>) is gone or disabled at once, the
/// directory is held to be wrong. The same share as that of the mass-change guard, which a municipality has chosen once.
/// </param>
public sealed record AccountsOptions(TimeSpan LookEvery, bool TakeName, bool TakeEmail, bool TakePhone, int MostGonePercent);
