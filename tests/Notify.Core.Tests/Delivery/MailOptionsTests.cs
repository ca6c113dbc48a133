using Notify.Core.Delivery;
using Notify.Core.Register;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class MailOptionsTests
{
    [Fact]
    public void The_defaults_can_be_used() => Assert.Empty(new MailOptions().Validate());

    [Fact]
    public void Every_error_is_reported_at_once_by_name_with_what_is_allowed()
    {
        var options = new MailOptions { From = "nobody", AllowList = ["@x", "ok@stad.example", "@stad.example"], Lease = TimeSpan.FromHours(2), Concurrency = 65 };
        var errors = options.Validate();
        Assert.Equal(["Mail:From", "Mail:AllowList", "Mail:Lease", "Mail:Concurrency"], errors.Select(e => e.Split(' ')[0]));
        Assert.All(errors, e => Assert.Contains("allowed: ", e, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Notify <notify@stad.example>", "Notify")]
    [InlineData("\"Social, Bromma\" <notify@stad.example>", "Social, Bromma")]
    [InlineData("notify@stad.example", "")]
    public void A_sender_is_an_address_with_or_without_a_name(string from, string name)
    {
        var sender = new MailOptions { From = from }.ToSender();
        Assert.Equal((name, EmailAddress.Parse("notify@stad.example")), (sender.Name, sender.Address));
    }

    [Theory]
    [InlineData("x <notify@stad.example>\r\nBcc: all@stad.example")]
    [InlineData("")]
    [InlineData("a@b.example, c@d.example")]
    public void What_is_not_one_sender_is_refused(string from) => Assert.NotEmpty(new MailOptions { From = from }.Validate());

    [Theory]
    [InlineData("Anna@Stad.example", true)]
    [InlineData("bo@skola.example", true)]
    [InlineData("bo@sub.skola.example", false)]
    [InlineData("bo@stad.example", false)]
    public void In_trial_mode_only_those_on_the_list_receive(string address, bool isAllowed)
    {
        var options = new MailOptions { AllowList = ["anna@stad.example", "@Skola.example"] };
        Assert.Equal(isAllowed, options.Allows(EmailAddress.Parse(address)));
        options.Trial = false;
        Assert.True(options.Allows(EmailAddress.Parse(address)));
    }
}
