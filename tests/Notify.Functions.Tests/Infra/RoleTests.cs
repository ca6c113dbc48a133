using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>What the app may do: each right with its reason, and none besides.</summary>
public sealed class RoleTests
{
    private static readonly (string Role, string Id, string On, string Reason)[] Roles =
    [
        ("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Microsoft.Storage/storageAccounts", "the host reads the package and holds its timers' locks"),
        ("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Microsoft.Storage/storageAccounts", "the records"),
        ("Azure Service Bus Data Receiver", "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", "Microsoft.ServiceBus/namespaces/queues", "work is taken, dead letters are looked at"),
        ("Azure Service Bus Data Sender", "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", "Microsoft.ServiceBus/namespaces/queues", "work is put in"),
        ("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "Microsoft.ServiceBus/namespaces/queues", "the platform counts messages to scale"),
        ("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6", "Microsoft.KeyVault/vaults", "settings refer to the SendGrid keys"),
        ("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6", "Microsoft.KeyVault/vaults/keys", "data-protection keys are wrapped"),
        ("Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb", "Microsoft.Insights/components", "telemetry without a key"),
    ];

    [Fact]
    public async Task The_app_has_the_roles_it_needs_where_it_needs_them_and_no_other()
    {
        var assigned = (await ArmTemplate.ReadAsync()).Of("Microsoft.Authorization/roleAssignments")
            .Select(r => $"{r.Follow(ArmTemplate.Text(r.Properties["roleDefinitionId"]))} on {Scope(r)}");

        Assert.Equal(Roles.Select(r => $"{r.Id} on {r.On}").Order(StringComparer.Ordinal), assigned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_role_is_the_apps_own_and_nobody_elses()
    {
        var assignments = (await ArmTemplate.ReadAsync()).Of("Microsoft.Authorization/roleAssignments");

        Assert.All(assignments, a => Assert.Equal("[parameters('principalId')]", ArmTemplate.Text(a.Properties["principalId"])));
        Assert.All(assignments, a => Assert.Equal("ServicePrincipal", ArmTemplate.Text(a.Properties["principalType"])));
    }

    /// <summary>The type in <c>[resourceId('TYPE', …)]</c>; an assignment without a scope would hold for the whole group.</summary>
    private static string Scope(ArmResource assignment) =>
        assignment.Json["scope"] is { } scope ? ArmTemplate.Text(scope).Split('\'')[1] : "the whole resource group";
}
