using System.Text.Json;
using System.Text.Json.Serialization;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Troubles;
using Notify.Core.FollowUps;

namespace Notify.Core.Notifications;

/// <summary>How notifications are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Notification))]
[JsonSerializable(typeof(NotificationBrief))]
[JsonSerializable(typeof(PendingMark))]
[JsonSerializable(typeof(KeptMark))]
public sealed partial class NotificationJson : JsonSerializerContext;

/// <summary>How the values of a mail are written: in <c>snake_case</c>, as templates name them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SchoolContactsMail))]
[JsonSerializable(typeof(ContactAssignedMail))]
[JsonSerializable(typeof(ContactMissingMail))]
[JsonSerializable(typeof(DeliveryProblemMail))]
[JsonSerializable(typeof(AgreementsMail))]
[JsonSerializable(typeof(AgreementReviewMail))]
[JsonSerializable(typeof(FollowUpCallMail))]
[JsonSerializable(typeof(FollowUpResultMail))]
[JsonSerializable(typeof(Forums.ForumMail))]
[JsonSerializable(typeof(Forums.ForumListMail))]
[JsonSerializable(typeof(Materials.MaterialsMail))]
public sealed partial class MailValuesJson : JsonSerializerContext;
