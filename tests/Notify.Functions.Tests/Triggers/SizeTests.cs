using Notify.Functions.Tests.Infra;
using Notify.Functions.Tests.World;
using Xunit;

namespace Notify.Functions.Tests.Triggers;

/// <summary>DESIGN "Projects": what can be elsewhere is elsewhere, since this project cannot be built everywhere.</summary>
public sealed class SizeTests
{
    [Fact]
    public void The_whole_project_has_less_than_250_lines()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(BicepCli.Clone, "src", "Notify.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

        Assert.InRange(sources.Sum(f => File.ReadAllLines(f).Length), 1, 249);
    }

    [Fact]
    public void A_trigger_is_a_method_of_a_sealed_class_that_lets_others_decide()
    {
        Assert.All(FunctionsOfTheApp.All, f => Assert.True(f.Method.DeclaringType!.IsSealed));
        Assert.All(FunctionsOfTheApp.All, f => Assert.Single(f.Method.DeclaringType!.GetConstructors().Single().GetParameters()));
    }
}
