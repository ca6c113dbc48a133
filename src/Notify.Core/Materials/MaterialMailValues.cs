using Notify.Core.Agreements;
using Notify.Core.Contacts;

namespace Notify.Core.Materials;

/// <summary>Values of <c>material-published</c> and <c>material-reminder</c>.</summary>
/// <param name="Names">The schools that the mail speaks for, or the contact; never empty.</param>
/// <param name="IsSchool">Whether it goes to schools.</param>
/// <param name="IsWelcome">Whether it is the first that the recipient hears of support material.</param>
/// <param name="Materials">Never empty.</param>
/// <param name="AnswerBy">The last working day before a reminder follows, <c>yyyy-MM-dd</c>; empty in a reminder.</param>
/// <remarks>Link: <c>receipt</c>.</remarks>
public sealed record MaterialsMail(
    MailDistrict District, IReadOnlyList<string> Names, bool IsSchool, bool IsWelcome, IReadOnlyList<MailMaterial> Materials, string AnswerBy);
