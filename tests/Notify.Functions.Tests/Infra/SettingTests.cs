using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Notify.Adapters.AzureTables;
using Notify.Adapters.SendGrid;
using Notify.Adapters.Settings;
using Notify.Adapters.Telemetry;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.Access;
using Xunit;
using LinkOptions = Notify.Core.Links.LinkOptions;

namespace Notify.Functions.Tests.Infra;

/// <summary>The app's settings as the template makes them, read by the options that read them in the app.</summary>
public sealed partial class SettingTests
{
    /// <summary>A key as SendGrid shows it.</summary>
    internal const string WebhookKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

    /// <summary>What the parameters of the module stand for, as a deployment would have them.</summary>
    private static readonly Dictionary<string, string> Sample = new()
    {
        ["identityClientId"] = "7b0e4b5a-0000-4000-8000-000000000001",
        ["storageName"] = "stnotifysample",
        ["tablesUri"] = "https://stnotifysample.table.core.windows.net/",
        ["inboxContainerUri"] = "https://stnotifysample.blob.core.windows.net/inbox",
        ["serviceBusHost"] = "sb-notify-sample.servicebus.windows.net",
        ["telemetryConnection"] = "InstrumentationKey=7b0e4b5a-0000-4000-8000-000000000002;IngestionEndpoint=https://swedencentral-0.in.applicationinsights.azure.com/",
        ["dataProtectionKeyUri"] = "https://kv-notify-sample.vault.azure.net/keys/data-protection",
        ["sendGridApiKeyUri"] = "SG.sample",
        ["sendGridWebhookPublicKeyUri"] = WebhookKey,
        ["mailFrom"] = "Notify <notify@stad.example>",
        ["mailTrial"] = "True",
        ["mailAllowList"] = "it@stad.example @prov.example",
        ["sendGridHost"] = "api.eu.sendgrid.com",
        ["publicUrl"] = "https://notify.stad.example",
    };

    /// <summary>What the platform and its SDKs ask for, by the names they have there.</summary>
    private static readonly string[] Platform =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsDisableHomepage",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AZURE_CLIENT_ID", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
        "ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId", "DataProtection__KeyUri",
    ];

    private static readonly string[] OfTheChosenWays =
    [
        "Store__Kind", "Store__TablesUri", "Inbox__Container", "Mail__Transport", "Mail__From", "Mail__Trial", "Mail__AllowList", "Mail__SendGrid__Host", "Mail__SendGrid__ApiKey",
        "Mail__SendGrid__WebhookPublicKey", "Links__BaseUrl", "Portal__Auth",
    ];

    [Fact]
    public async Task What_must_be_set_is_set_and_nothing_that_nobody_knows()
    {
        var settings = await ReadAsync();

        var wanted = Platform.Concat(OfTheChosenWays).Concat(DefaultSchedule.Rows.Select(r => $"Schedules__{r.Job}"));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), settings.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.All(settings, s => Assert.NotEqual("", ArmTemplate.Text(s.Value)));
    }

    [Fact]
    public async Task The_options_of_the_app_have_nothing_against_the_settings()
    {
        var configuration = Deployed(await ReadAsync());
        var binder = new SettingsBinder(configuration);

        Assert.NotNull(AzureSettings.Read(binder, configuration));
        Assert.Empty(binder.Errors);
        Assert.Equal("tables", binder.Find("Store:Kind"));
        Assert.Equal("sendgrid", binder.Find("Mail:Transport"));
        Assert.Empty(binder.Unknown());
    }

    [Theory]
    [InlineData("ServiceBus__fullyQualifiedNamespace")]
    [InlineData("DataProtection__KeyUri")]
    [InlineData("Store__TablesUri")]
    [InlineData("Mail__From")]
    [InlineData("Mail__SendGrid__ApiKey")]
    [InlineData("Links__BaseUrl")]
    [InlineData("Portal__Auth")]
    public async Task The_app_does_not_start_without(string name)
    {
        var settings = (await ReadAsync()).DeepClone().AsObject();
        Assert.True(settings.Remove(name));
        var configuration = Deployed(settings);
        var binder = new SettingsBinder(configuration);

        Assert.Null(AzureSettings.Read(binder, configuration));
        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), binder.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_timer_finds_its_setting_with_the_expression_of_the_schedule()
    {
        var settings = await ReadAsync();

        Assert.All(DefaultSchedule.Rows, row => Assert.Equal(row.Expression, ArmTemplate.Text(settings[$"Schedules__{row.Job}"])));
    }

    [Fact]
    public async Task Telemetry_goes_out_under_the_apps_identity_since_a_connection_string_alone_opens_nothing()
    {
        var options = TelemetryOptions.Read(Deployed(await ReadAsync()));
        var exporter = new AzureMonitorExporterOptions();

        options.ApplyTo(exporter);

        Assert.IsType<DefaultAzureCredential>(exporter.Credential);
        Assert.Equal(Sample["telemetryConnection"], exporter.ConnectionString);
        Assert.NotEmpty(new TelemetryOptions { AzureMonitorSignIn = "Authorization=Password" }.Validate());
    }

    [Fact]
    public async Task Secrets_are_references_to_the_vault()
    {
        var settings = await ReadAsync();

        Assert.Equal("[format('@Microsoft.KeyVault(SecretUri={0})', parameters('sendGridApiKeyUri'))]", ArmTemplate.Text(settings["Mail__SendGrid__ApiKey"]));
        Assert.Contains("@Microsoft.KeyVault(SecretUri={0})", ArmTemplate.Text(settings["Mail__SendGrid__WebhookPublicKey"]), StringComparison.Ordinal);
        Assert.Equal("managedidentity", ArmTemplate.Text(settings["ServiceBus__credential"]));
        Assert.Equal("managedidentity", ArmTemplate.Text(settings["AzureWebJobsStorage__credential"]));
    }

    private static async Task<JsonObject> ReadAsync() => (await ArmTemplate.ReadAsync()).AppSettings();

    private static IConfiguration Deployed(JsonObject settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Value(ArmTemplate.Text(s.Value)))))
        .Build();

    /// <summary>Of an expression the sample of the last parameter in it, which is what it comes to when everything is given.</summary>
    private static string Value(string text) =>
        !text.StartsWith('[') ? text
        : FormatPattern().Match(text) is { Success: true } format ? format.Groups[1].Value.Replace("{0}", Sample[format.Groups[2].Value], StringComparison.Ordinal)
        : Sample[ArmTemplate.ParametersIn(text).Last()];

    [GeneratedRegex(@"^\[format\('([^'@]*)', parameters\('(\w+)'\)\)\]$")]
    private static partial Regex FormatPattern();
}
