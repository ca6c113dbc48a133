using Notify.Local.Tests.Processes;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>What is said to wrong settings: everything at once, by name, and never a secret.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string Secret = "hemligt-Zq7x";

    private readonly City _city = new();

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "Mail:Transport=pigeon", "Mail:Transport: cannot be read; expected pickup, smtp, sendgrid." },
        { "Mail:Transport=1", "Mail:Transport: cannot be read; expected pickup, smtp, sendgrid." },
        { "Store:Kind=paper", "Store:Kind: cannot be read; expected sqlite, tables." },
        { "Mail:Transport=smtp", "Mail:Smtp:Host: needed for the transport smtp" },
        { "Mail:Smtp:Host=mail/server", "Mail:Smtp:Host: " },
        { "Mail:Smtp:Port=65536", "Mail:Smtp:Port: allowed: 1 to 65535." },
        { "Mail:Smtp:Security=perhaps", "Mail:Smtp:Security: cannot be read; expected starttls, tls, none." },
        { "Mail:Smtp:User=notify", "Mail:Smtp:Password: needed because" },
        { "Mail:Smtp:Host=mail.example Mail:Smtp:User=notify Mail:Smtp:Password=x Mail:Smtp:Security=none", "Mail:Smtp:Security: none would let" },
        { "Mail:Smtp:Timeout=00:10:00", "Mail:Smtp:Timeout: allowed: 00:00:01 to 00:02:00." },
        { "Mail:Transport=SendGrid", "Mail:SendGrid:ApiKey: needed for the transport sendgrid" },
        { "Mail:SendGrid:Host=http://mail.example", "Mail:SendGrid:Host: allowed: a host" },
        { "Mail:SendGrid:Sandbox=perhaps", "Mail:SendGrid:Sandbox: cannot be read; expected true or false." },
        { "Mail:SendGrid:WebhookPublicKey=AAAA", "Mail:SendGrid:WebhookPublicKey: allowed: base64 of a P-256 public key" },
        { "Store:Kind=tables", "Store:ConnectionString, Store:TablesUri: exactly one is needed" },
        { "Store:TablesUri=http://account.example", "Store:TablesUri: allowed: an https address" },
        { "Store:ConnectionString=UseDevelopmentStorage=true Store:TablesUri=https://account.example", "Store:ConnectionString, Store:TablesUri: exactly one" },
        { "Mail:MaxPerMinute=-1", "Mail:MaxPerMinute is -1; allowed: 0 (no limit) to 1000000." },
        { "Mail:ReconcileAfter=00:01:00", "Mail:ReconcileAfter is 00:01:00; allowed: Mail:Lease (00:05:00) to " },
        { "Mail:AllowList=stad.example", "Mail:AllowList has 'stad.example'; allowed: addresses, and domains" },
        { "Schedules:deliver=hourly", "Schedules:deliver: cannot be read; expected six fields of NCRONTAB" },
        { "Portal:Auth=open", "Portal:Auth: " },
        { "Portal:Municipality:DataProtectionEmail=dso", "Portal:Municipality:DataProtectionEmail: expected an e-mail address." },
        { "Portal:Municipality:AccessibilityReviewed=soon", "Portal:Municipality:AccessibilityReviewed: cannot be read; expected a day as yyyy-MM-dd." },
        { "Portal:Municipality:RetentionMonths=0", "Portal:Municipality:RetentionMonths: " },
        { "Api:Keys=demo=Notify.Reader", "Api:Keys: number 1 cannot be read; expected is NAME=ROLE=SHA256HEX" },
        { "Agreements:RemindDays=soon", "Agreements:RemindDays: cannot be used; expected days from 0 to 3650" },
        { "Agreements:RemindDays=", "Agreements:RemindDays: " },
        { "Agreements:RemindDays=30,-1", "Agreements:RemindDays: cannot be used; expected days from 0 to 3650" },
        { "Agreements:OverdueEvery=0", "Agreements:OverdueEvery: " },
        { "Agreements:EscalateAfter=366", "Agreements:EscalateAfter: " },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_setting_is_named_with_what_is_allowed_and_nothing_is_created(string settings, string said)
    {
        Set(settings.Split(' '));

        var complaint = (await _city.NotifyAsync("import", "register")).Ended(2).Complaint;

        Assert.Contains(said, complaint, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_city.Data));
    }

    [Fact]
    public async Task Ten_wrong_settings_are_one_message()
    {
        string[] wrong =
        [
            "Mail:Transport=smtp", "Mail:Smtp:Port=0", "Mail:Smtp:Security=5", "Mail:Smtp:User=notify", "Mail:SendGrid:Timeout=soon",
            "Mail:SendGrid:WebhookPublicKey=!", "Mail:From=nobody", "Mail:Concurrency=65", "Store:Kind=tables", "Links:BaseUrl=nowhere", "Portal:Auth=open",
        ];
        Set(wrong);

        var complaint = (await _city.NotifyAsync("serve")).Ended(2).Complaint;

        string[] named =
        [
            "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:Security", "Mail:Smtp:Password", "Mail:SendGrid:Timeout", "Mail:SendGrid:WebhookPublicKey",
            "Mail:From", "Mail:Concurrency", "Store:ConnectionString", "Store:TablesUri", "Links:BaseUrl", "Portal:Auth",
        ];
        Assert.All(named, name => Assert.Contains(name, complaint, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_city.Data));
    }

    [Fact]
    public async Task No_value_that_may_be_a_secret_is_said_again()
    {
        Set(
            "Mail:Transport=sendgrid",
            $"Mail:SendGrid:ApiKey=SG.{Secret} {Secret}",
            $"Mail:SendGrid:Host={Secret}@mail.example",
            $"Mail:SendGrid:WebhookPublicKey={Secret}",
            $"Mail:SendGrid:Timeout={Secret}",
            "Mail:Smtp:User=",
            $"Mail:Smtp:Password={Secret}",
            $"Mail:Smtp:Host=notify:{Secret}@mail.example",
            $"Mail:Smtp:Port={Secret}",
            $"Mail:Smtp:Security={Secret}",
            "Store:Kind=tables",
            $"Store:ConnectionString=AccountName=stad;AccountKey={Secret}",
            $"Store:TablesUri=https://stad.example/?sig={Secret}",
            $"Links:BaseUrl={Secret}",
            $"Schedules:deliver={Secret}",
            $"Portal:Auth={Secret}",
            $"Api:Keys=demo=Notify.Reader={Secret}");

        var said = (await _city.NotifyAsync("status", "--verbose")).Ended(2);

        string[] named =
        [
            "Mail:SendGrid:ApiKey", "Mail:SendGrid:Host", "Mail:SendGrid:WebhookPublicKey", "Mail:SendGrid:Timeout", "Mail:Smtp:User", "Mail:Smtp:Host",
            "Mail:Smtp:Port", "Mail:Smtp:Security", "Store:ConnectionString", "Store:TablesUri", "Links:BaseUrl", "Schedules:deliver", "Portal:Auth", "Api:Keys",
        ];
        Assert.All(named, name => Assert.Contains(name, said.Complaint, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, said.Out + said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_warned_of_with_the_one_that_was_perhaps_meant()
    {
        Set("Mail:Transprot=smtp", $"Mail:Smtp:Pasword={Secret}", "Contacts:SettleTime=00:20:00", "Mail:AllowList:0=@stad.example", "Mail:pickup:FOLDER=post");

        var said = (await _city.NotifyAsync("import", "register")).Ended(0);

        Assert.Contains(
            "notify: warning: there is no setting Mail:Smtp:Pasword (perhaps Mail:Smtp:Password), Mail:Transprot (perhaps Mail:Transport).\n",
            said.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said.Out + said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Transport=smtp Mail:Smtp:Host=mail.stad.example Mail:Smtp:Port=2525 Mail:Smtp:User=notify Mail:Smtp:Password=hemligt-Zq7x", "Mail goes by SMTP to mail.stad.example:2525")]
    [InlineData("Mail:Transport=SENDGRID Mail:SendGrid:ApiKey=hemligt-Zq7x Mail:SendGrid:Host=api.eu.sendgrid.com", "Mail goes by SendGrid (api.eu.sendgrid.com)")]
    public async Task Serve_says_where_mail_goes_and_that_it_is_on_trial(string settings, string way)
    {
        Set([.. settings.Split(' '), "Mail:AllowList=@stad.example rektor@skola.example"]);
        await using var portal = await Serving.Portal.OpenAsync(_city, "serve");

        await portal.InterruptAsync();

        var said = (await portal.EndAsync()).Ended(0);
        Assert.Contains(way, said.Out, StringComparison.Ordinal);
        Assert.Contains("Trial mode is on: mail goes only to the 2 entries of Mail:AllowList", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said.Out + said.Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _city.Dispose();

    private void Set(params string[] settings)
    {
        foreach (var parts in settings.Select(s => s.Split('=', 2)))
        {
            _city.Settings[parts[0].Replace(":", "__", StringComparison.Ordinal)] = parts[1];
        }
    }
}
