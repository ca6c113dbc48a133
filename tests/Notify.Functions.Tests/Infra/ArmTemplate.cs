using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notify.Functions.Tests.Infra;

/// <summary>What <c>infra/main.bicep</c> compiles to, its modules included. Compiled once for all tests.</summary>
internal sealed partial class ArmTemplate
{
    private const string Deployment = "Microsoft.Resources/deployments";

    private static readonly Lazy<Task<ArmTemplate>> Compiled = new(CompileAsync);

    private ArmTemplate(JsonNode root) => (Root, Levels) = (root, [.. LevelsOf(root)]);

    /// <summary>The template of the subscription.</summary>
    public JsonNode Root { get; }

    /// <summary>The template of the subscription, and those of its modules.</summary>
    public IReadOnlyList<JsonNode> Levels { get; }

    /// <summary>Every resource of every module; the modules themselves are none.</summary>
    public IEnumerable<ArmResource> Resources =>
        Levels.SelectMany(level => ResourcesOf(level).Where(r => Text(r["type"]) != Deployment).Select(r => new ArmResource(level, r)));

    /// <summary>The one template of this clone.</summary>
    public static Task<ArmTemplate> ReadAsync() => Compiled.Value;

    /// <summary>The resources of a type.</summary>
    public IReadOnlyList<ArmResource> Of(string type) => [.. Resources.Where(r => r.Type == type)];

    /// <summary>A configuration of the app, as <c>authsettingsV2</c>.</summary>
    public JsonObject SiteConfig(string name) =>
        Of("Microsoft.Web/sites/config").Single(r => r.Name.Contains($"'{name}'", StringComparison.Ordinal)).Properties;

    /// <summary>The app's settings that the template decides: a variable, and what is known only when the app is there.</summary>
    /// <exception cref="InvalidOperationException">They are put together in another way than chosen settings first, the template's own over them.</exception>
    public JsonObject AppSettings()
    {
        var resource = Of("Microsoft.Web/sites/config").Single(r => r.Name.Contains("'appsettings'", StringComparison.Ordinal));
        var union = UnionPattern().Match(Text(resource.Json["properties"]));
        return !union.Success
            ? throw new InvalidOperationException($"The settings are {resource.Json["properties"]}.")
            : new(resource.Level["variables"]!["ownSettings"]!.DeepClone().AsObject().Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()))
                .Append(KeyValuePair.Create<string, JsonNode?>(union.Groups[1].Value, $"[{union.Groups[2].Value}]")));
    }

    /// <summary>Text of a node that must hold text.</summary>
    public static string Text(JsonNode? node) => node!.GetValue<string>();

    /// <summary>The parameters that an expression names.</summary>
    public static IEnumerable<string> ParametersIn(string expression) => ParameterPattern().Matches(expression).Select(m => m.Groups[1].Value);

    private static async Task<ArmTemplate> CompileAsync() => new(JsonNode.Parse(await BicepCli.BuildAsync("main.bicep"))!);

    private static IEnumerable<JsonNode> LevelsOf(JsonNode template) =>
        ResourcesOf(template).Where(r => Text(r["type"]) == Deployment).SelectMany(r => LevelsOf(r["properties"]!["template"]!)).Prepend(template);

    private static IEnumerable<JsonNode> ResourcesOf(JsonNode template) => template["resources"]!.AsArray().Select(r => r!);

    [GeneratedRegex(@"^\[union\(toObject\(items\(parameters\('settings'\)\), .+\), variables\('ownSettings'\), createObject\('(\w+)', (.+)\)\)\]$")]
    private static partial Regex UnionPattern();

    [GeneratedRegex(@"parameters\('(\w+)'\)")]
    private static partial Regex ParameterPattern();
}

/// <summary>A resource in the template that it stands in.</summary>
internal sealed partial record ArmResource(JsonNode Level, JsonNode Json)
{
    /// <summary>As <c>Microsoft.Storage/storageAccounts</c>.</summary>
    public string Type => ArmTemplate.Text(Json["type"]);

    /// <summary>The name, or the expression that makes it.</summary>
    public string Name => ArmTemplate.Text(Json["name"]);

    /// <summary>What it is to be.</summary>
    public JsonObject Properties => Json["properties"]!.AsObject();

    /// <summary>The value of the variable that an expression names; the text itself where it names none.</summary>
    public string Follow(string expression) =>
        VariablePattern().Match(expression) is { Success: true } match ? ArmTemplate.Text(Level["variables"]![match.Groups[1].Value]) : expression;

    [GeneratedRegex(@"variables\('(\w+)'\)")]
    private static partial Regex VariablePattern();
}
