using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notify.Core.FollowUps;
using Notify.Web.Access;

namespace Notify.Web.FollowUps;

/// <summary>What the form of the page says, as it was filled in.</summary>
/// <param name="Choices">By the key of the statement.</param>
public sealed record FollowUpForm(IReadOnlyDictionary<string, int> Choices)
{
    /// <summary>Before the key of a statement in the name of its field.</summary>
    public const string FieldPrefix = "s-";

    /// <summary>Reads a posted form; what is no number of a step is as if it was left open.</summary>
    public static FollowUpReply Read(IFormCollection form) => new(
        form.Keys.Where(k => k.StartsWith(FieldPrefix, StringComparison.Ordinal))
            .Select(k => (Key: k[FieldPrefix.Length..], Step: Number(form.Field(k))))
            .Where(c => c.Step is not null).ToDictionary(c => c.Key, c => c.Step!.Value, StringComparer.Ordinal),
        form.Field("questions"),
        Number(form.Field("seen")) ?? -1);

    /// <summary>The form as the saved answer fills it in.</summary>
    public static FollowUpForm Of(FollowUpView view) => new(view.Answer?.Choices ?? new Dictionary<string, int>());

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What the page says of what its reader just did.</summary>
public enum FollowUpNotice
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>The answer counts.</summary>
    Saved,

    /// <summary>The statements were changed meanwhile: what was answered to those that are left counts.</summary>
    Changed,

    /// <summary>Somebody else saved first: look at that.</summary>
    Overtaken,

    /// <summary>No statement was answered.</summary>
    Empty,

    /// <summary>It is too late, or too early.</summary>
    NotOpen,
}
