using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Notify.Functions.Tests.Infra;

/// <summary>What <c>azd</c> reads: the parameters, and which project goes to which resource.</summary>
public sealed partial class AzdTests
{
    [Fact]
    public async Task Every_parameter_of_the_template_can_be_set_from_the_environment()
    {
        var parameters = JsonNode.Parse(await ReadAsync("main.parameters.json"))!["parameters"]!.AsObject();

        var known = (await ArmTemplate.ReadAsync()).Root["parameters"]!.AsObject().Select(p => p.Key);
        Assert.Equal(known.Order(StringComparer.Ordinal), parameters.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.All(parameters, p => Assert.Matches(@"^\$\{[A-Z_]+(=[^}]*)?\}$", ArmTemplate.Text(p.Value!["value"])));
    }

    [Fact]
    public async Task The_defaults_of_the_environment_are_those_of_the_template()
    {
        var parameters = JsonNode.Parse(await ReadAsync("main.parameters.json"))!["parameters"]!.AsObject();
        var template = (await ArmTemplate.ReadAsync()).Root["parameters"]!.AsObject();

        foreach (var (name, value) in parameters)
        {
            // An object that is not set is left out by azd; the environment has no form for an empty one.
            var inTemplate = template[name]!["defaultValue"] is { } given and not JsonObject { Count: 0 } ? given.ToString().ToLowerInvariant() : "";
            var inEnvironment = DefaultPattern().Match(ArmTemplate.Text(value!["value"])).Groups[1].Value.ToLowerInvariant();
            Assert.True(inTemplate == inEnvironment, $"{name}: '{inTemplate}' in the template, '{inEnvironment}' in the environment");
        }
    }

    [Fact]
    public async Task The_workflow_hands_on_every_parameter_or_a_release_would_undo_a_choice()
    {
        var parameters = JsonNode.Parse(await ReadAsync("main.parameters.json"))!["parameters"]!.AsObject();
        var workflow = await ReadAsync("../.github/workflows/deploy.yml");

        Assert.All(parameters, p => Assert.Contains($"      {NamePattern().Match(ArmTemplate.Text(p.Value!["value"])).Groups[1].Value}: ", workflow, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_object_that_the_workflow_was_not_given_is_an_empty_one_since_nothing_is_not_JSON()
    {
        var workflow = await ReadAsync("../.github/workflows/deploy.yml");

        Assert.All(["NOTIFY_SETTINGS", "NOTIFY_TAGS"], name => Assert.Contains($"      {name}: ${{{{ vars.{name} || '{{}}' }}}}\n", workflow, StringComparison.Ordinal));
        Assert.Contains("requiredVersions:\n  azd: \">= 1.23.4\"\n", await ReadAsync("../azure.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_of_azd_is_the_app_of_the_template()
    {
        var azure = await ReadAsync("../azure.yaml");
        var site = Assert.Single((await ArmTemplate.ReadAsync()).Of("Microsoft.Web/sites"));

        Assert.Contains("'azd-service-name', 'notify'", ArmTemplate.Text(site.Json["tags"]), StringComparison.Ordinal);
        Assert.Contains("services:\n  notify:\n    project: src/Notify.Functions\n    language: dotnet\n    host: function\n", azure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_runs_on_Flex_Consumption_with_the_runtime_of_the_solution()
    {
        var template = await ArmTemplate.ReadAsync();
        var config = template.Of("Microsoft.Web/sites").Single().Properties["functionAppConfig"]!;

        Assert.Equal("FC1", ArmTemplate.Text(template.Of("Microsoft.Web/serverfarms").Single().Json["sku"]!["name"]));
        Assert.Equal("dotnet-isolated 10.0", $"{config["runtime"]!["name"]} {config["runtime"]!["version"]}");
        Assert.Equal(40, template.Root["parameters"]!["maximumInstanceCount"]!["minValue"]!.GetValue<int>());
    }

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(BicepCli.Folder, file), TestContext.Current.CancellationToken);

    [GeneratedRegex("{([A-Z_]+)")]
    private static partial Regex NamePattern();

    [GeneratedRegex("=([^}]*)}")]
    private static partial Regex DefaultPattern();
}
