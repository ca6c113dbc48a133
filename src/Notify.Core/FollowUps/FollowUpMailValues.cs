using Notify.Core.Contacts;

namespace Notify.Core.FollowUps;

/// <summary>Values of <c>followup-open</c> and <c>followup-reminder</c>.</summary>
/// <param name="Title">The round's.</param>
/// <param name="Closes">The last day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Statements">How many there are to answer.</param>
/// <param name="Schools">The names of the schools that the answer is given for; empty for a person.</param>
/// <param name="Goal">The goal that the round serves; empty when none is named.</param>
public sealed record FollowUpCallMail(
    MailDistrict District, string Title, string Closes, int Statements, IReadOnlyList<string> Schools, string Goal);

/// <summary>Values of <c>followup-result</c>. Figures are written in the mail's language.</summary>
/// <param name="Title">The round's.</param>
/// <param name="Closed">The last day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many of them answered.</param>
/// <param name="Rate">Which share that is; empty when nobody was asked.</param>
/// <param name="Index">0 to 100; empty when fewer than five answered.</param>
/// <param name="Change">The change of the index since last time, over the axes that both have; empty when there is nothing to compare with.</param>
/// <param name="Since">The title of the round that it is compared with; empty when there is none.</param>
/// <param name="Goal">The goal that the round serves; empty when none is named.</param>
/// <param name="Axes">Empty when fewer than five answered.</param>
/// <param name="NotCompared">Axes that only one of the two rounds has.</param>
/// <param name="Groups">Those that were asked.</param>
public sealed record FollowUpResultMail(
    MailDistrict District,
    string Title,
    string Closed,
    int Asked,
    int Answered,
    string Rate,
    string Index,
    string Change,
    string Since,
    string Goal,
    IReadOnlyList<MailAxis> Axes,
    IReadOnlyList<string> NotCompared,
    IReadOnlyList<MailGroup> Groups);

/// <summary>An axis in a mail.</summary>
/// <param name="Index">0 to 100.</param>
/// <param name="Change">Empty when there is nothing to compare with.</param>
/// <param name="Tenths">The index in tenths, for the picture.</param>
/// <param name="TenthsBefore">The index of last time in tenths; −1 when there is none.</param>
public sealed record MailAxis(string Name, string Index, string Change, int Tenths, int TenthsBefore);

/// <summary>A group in a mail.</summary>
/// <param name="Group">As <c>municipal</c>.</param>
/// <param name="Answered">Empty when it must not be shown apart.</param>
/// <param name="Index">0 to 100; empty when it must not be shown apart.</param>
public sealed record MailGroup(string Group, int Asked, string Answered, string Index);
