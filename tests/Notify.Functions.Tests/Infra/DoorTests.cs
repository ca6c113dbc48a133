using System.Text.Json.Nodes;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>No door opens by key, by password or by an old protocol, and no secret leaves the template.</summary>
public sealed class DoorTests
{
    /// <summary>Each type of resource with what it must be set to; none where it has no door of its own.</summary>
    private static readonly Dictionary<string, (string Property, string Value)[]> Doors = new()
    {
        ["Microsoft.Storage/storageAccounts"] =
        [
            ("allowSharedKeyAccess", "false"), ("allowBlobPublicAccess", "false"), ("allowCrossTenantReplication", "false"),
            ("supportsHttpsTrafficOnly", "true"), ("minimumTlsVersion", "TLS1_2"),
        ],
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = [("publicAccess", "None")],
        ["Microsoft.ServiceBus/namespaces"] = [("disableLocalAuth", "true"), ("minimumTlsVersion", "1.2")],
        ["Microsoft.KeyVault/vaults"] = [("enableRbacAuthorization", "true"), ("enableSoftDelete", "true"), ("enablePurgeProtection", "true")],
        ["Microsoft.OperationalInsights/workspaces"] = [("features.disableLocalAuth", "true")],
        ["Microsoft.Insights/components"] = [("DisableLocalAuth", "true"), ("DisableIpMasking", "false")],
        ["Microsoft.Web/sites"] =
        [
            ("httpsOnly", "true"), ("siteConfig.minTlsVersion", "1.2"), ("siteConfig.scmMinTlsVersion", "1.2"), ("siteConfig.ftpsState", "Disabled"),
            ("functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
        ],
        ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = [("allow", "false")],
    };

    private static readonly string[] Doorless =
    [
        "Microsoft.Authorization/locks", "Microsoft.Authorization/roleAssignments", "Microsoft.Insights/actionGroups", "Microsoft.Insights/metricAlerts",
        "Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/webtests", "Microsoft.KeyVault/vaults/keys", "Microsoft.KeyVault/vaults/secrets",
        "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Network/privateDnsZones", "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        "Microsoft.Network/privateEndpoints", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "Microsoft.Network/virtualNetworks",
        "Microsoft.Resources/resourceGroups", "Microsoft.ServiceBus/namespaces/queues", "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/tableServices", "Microsoft.Storage/storageAccounts/tableServices/tables", "Microsoft.Web/serverfarms",
        "Microsoft.Web/sites/config",
    ];

    [Fact]
    public async Task Every_type_of_resource_was_asked_for_its_doors()
    {
        var types = (await ArmTemplate.ReadAsync()).Resources.Select(r => r.Type).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Doors.Keys.Concat(Doorless).Order(StringComparer.Ordinal), types);
    }

    [Fact]
    public async Task No_key_opens_anything_and_nothing_speaks_less_than_TLS_1_2()
    {
        var template = await ArmTemplate.ReadAsync();

        var wrong = from door in Doors
                    from resource in template.Of(door.Key)
                    from want in door.Value
                    let found = At(resource.Properties, want.Property)
                    where found != want.Value
                    select $"{door.Key} {want.Property} is {found}, not {want.Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Neither_FTP_nor_the_deployment_site_takes_a_password()
    {
        var closed = (await ArmTemplate.ReadAsync()).Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        Assert.Equal(2, closed.Count);
        Assert.Contains(closed, c => c.Name.Contains("'ftp'", StringComparison.Ordinal));
        Assert.Contains(closed, c => c.Name.Contains("'scm'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_output_holds_a_secret()
    {
        var leaks = from level in (await ArmTemplate.ReadAsync()).Levels
                    let secrets = Secure(level).ToHashSet()
                    from output in level["outputs"]?.AsObject() ?? []
                    let value = output.Value!["value"]!.ToJsonString()
                    where value.Contains("list", StringComparison.OrdinalIgnoreCase) || ArmTemplate.ParametersIn(value).Any(secrets.Contains)
                    select output.Key;

        Assert.Empty(leaks);
    }

    [Fact]
    public async Task The_secrets_are_known_go_to_the_vault_alone_and_only_when_given()
    {
        var template = await ArmTemplate.ReadAsync();

        Assert.Equal(["sendGridApiKey", "sendGridWebhookPublicKey"], Secure(template.Root));
        var vault = Assert.Single(template.Levels, l => l != template.Root && Secure(l).Any());
        Assert.Equal(Secure(template.Root), Secure(vault));
        var stored = template.Of("Microsoft.KeyVault/vaults/secrets");
        Assert.Equal(["[not(empty(parameters('sendGridApiKey')))]", "[not(empty(parameters('sendGridWebhookPublicKey')))]"], stored.Select(s => ArmTemplate.Text(s.Json["condition"])));
        Assert.Equal(["[parameters('sendGridApiKey')]", "[parameters('sendGridWebhookPublicKey')]"], stored.Select(s => ArmTemplate.Text(s.Properties["value"])));
    }

    private static IEnumerable<string> Secure(JsonNode level) =>
        (level["parameters"]?.AsObject() ?? []).Where(p => ArmTemplate.Text(p.Value!["type"]).StartsWith("secure", StringComparison.OrdinalIgnoreCase)).Select(p => p.Key);

    private static string At(JsonNode properties, string path) =>
        path.Split('.').Aggregate((JsonNode?)properties, (node, part) => node?[part])?.ToString() ?? "nothing";
}
