using Microsoft.Extensions.Time.Testing;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Notifications;

public sealed class NotificationFactoryTests
{
    private static readonly NotificationDraft Draft = new(
        "contact-changed", Sample.District, "school:98000007", 4, [Sample.Principal, Sample.School, Sample.Principal],
        Language.English, Sample.Notification().Values, Sample.Monday.AddMinutes(15), ReceiptSequence: 4);

    private readonly Tokens _tokens = new();

    [Fact]
    public void A_draft_becomes_a_queued_notification_with_a_first_line_of_history()
    {
        var made = Factory().Create(Draft);
        Assert.Equal(Draft.Id, made.Id);
        Assert.Equal((NotificationState.Queued, Sample.Monday, Draft.NotBefore, null), (made.State, made.CreatedAt, made.NotBefore, made.TemplateVersion));
        Assert.Equal(new Transition(Sample.Monday, NotificationState.Queued, "planned"), Assert.Single(made.History));
        Assert.Equal([new Recipient(Sample.Principal), new Recipient(Sample.School)], made.Recipients);
    }

    [Theory]
    [InlineData("https://notify.stad.example", "https://notify.stad.example/r/token")]
    [InlineData("https://stad.example/notify/", "https://stad.example/notify/r/token")]
    public void The_receipt_link_opens_for_the_state_that_is_told_and_for_as_long_as_the_setting_says(string baseUrl, string expected)
    {
        var made = Factory(baseUrl).Create(Draft);
        Assert.Equal(expected, Assert.Single(made.Links).Value.AbsoluteUri);
        Assert.Equal(new LinkToken("receipt", Sample.District, "school:98000007", 4, Sample.Monday.AddDays(400)), _tokens.Last);
    }

    [Fact]
    public void The_coordinator_gets_the_way_to_the_portal_and_nobody_else_does()
    {
        var made = Factory().Create(Draft with { Kind = "contact-missing", ReceiptSequence = null });
        Assert.Equal(["portal"], made.Links.Keys);
        Assert.Empty(Factory().Create(Draft with { Kind = "contact-assigned", ReceiptSequence = null }).Links);
    }

    [Fact]
    public void A_mail_to_nobody_is_not_made() =>
        Assert.Throws<ArgumentException>(() => Factory().Create(Draft with { Recipients = [] }));

    private NotificationFactory Factory(string baseUrl = "http://localhost:5080") =>
        new(_tokens, new LinkOptions { BaseUrl = new(baseUrl) }, new FakeTimeProvider(Sample.Monday));

    private sealed class Tokens : ILinkTokens
    {
        public LinkToken? Last { get; private set; }

        public string Protect(LinkToken token)
        {
            Last = token;
            return "token";
        }

        public LinkTokenReading Open(string token) => new(null, false);
    }
}
