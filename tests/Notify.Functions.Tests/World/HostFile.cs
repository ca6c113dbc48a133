using System.Globalization;
using System.Text.Json.Nodes;
using Notify.Functions.Tests.Infra;

namespace Notify.Functions.Tests.World;

/// <summary>What <c>host.json</c> tells the platform.</summary>
internal static class HostFile
{
    private static readonly JsonNode Root = JsonNode.Parse(File.ReadAllText(Path.Combine(BicepCli.Clone, "host.json")))!;

    /// <summary>What stands under these names.</summary>
    public static JsonNode At(params string[] path) => path.Aggregate(Root, (node, name) => node[name]!);

    /// <summary>The time that stands there.</summary>
    public static TimeSpan Time(params string[] path) => TimeSpan.Parse(At(path).GetValue<string>(), CultureInfo.InvariantCulture);
}
