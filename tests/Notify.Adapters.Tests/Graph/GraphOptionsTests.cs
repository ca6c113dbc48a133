using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Graph;
using Notify.Adapters.Settings;
using Notify.Core.Accounts;
using Notify.Core.Sources;
using Xunit;

namespace Notify.Adapters.Tests.Graph;

public sealed class GraphOptionsTests
{
    private const string Site = "stad.sharepoint.example,11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222";

    [Fact]
    public void Nothing_is_asked_of_Graph_unless_it_is_configured()
    {
        var (options, errors, services) = Read();

        Assert.Empty(errors);
        Assert.False(options.IsUsed);
        Assert.DoesNotContain(services, s => s.ServiceType == typeof(ISource) || s.ServiceType == typeof(GraphConnection));
    }

    [Fact]
    public void Every_setting_is_read_and_each_source_is_there_where_it_is_configured()
    {
        var (options, errors, services) = Read(
            ("Graph:BaseUrl", "https://graph.microsoft.us/v1.0"), ("Graph:Site", Site), ("Graph:Lists:contacts", "list-1"), ("Graph:Lists:assignments", "list-2"),
            ("Graph:Columns:contacts:id", "Title"), ("Graph:WatchContacts", "true"), ("Graph:TakeFromDirectory", "Email phone"), ("Graph:LookEvery", "02:00:00"),
            ("Graph:Patience", "00:00:30"), ("Graph:SteeringGroups:SG-1", "33333333-3333-3333-3333-333333333333"));

        Assert.Empty(errors);
        Assert.Equal(("list-1", "Title", TimeSpan.FromHours(2)), (options.Lists["contacts"], options.Columns["contacts:id"], options.LookEvery));
        Assert.Equal((false, true, true), (options.Takes("name"), options.Takes("email"), options.Takes("phone")));
        Assert.Equal(3, services.Count(s => s.ServiceType == typeof(ISource)));
        Assert.Equal(20, services.Select(s => s.ImplementationInstance).OfType<AccountsOptions>().Single().MostGonePercent);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_by_the_names_of_the_settings()
    {
        var (_, errors, _) = Read(
            ("Graph:BaseUrl", "http://graph.example/v1.0"), ("Graph:Site", "https://stad.sharepoint.example/sites/x"), ("Graph:Lists:contacts", "one"), ("Graph:Lists:schools", "one"),
            ("Graph:Lists:contactz", "two"), ("Graph:Lists:steering_groups", "three"), ("Graph:Columns:contacts:epots", "E-post"), ("Graph:TakeFromDirectory", "title"),
            ("Graph:LookEvery", "00:01:00"), ("Graph:Patience", "00:10:00"), ("Graph:SteeringGroups:SG-1", "Styrgrupp Bromma"));

        foreach (var name in (string[])[
            "Graph:BaseUrl:", "Graph:Site:", "Graph:Lists:contacts, Graph:Lists:schools:", "Graph:Lists:contactz:", "Graph:Columns:contacts:id:", "Graph:Columns:steering_groups:id:",
            "Graph:Columns:contacts:epots:", "Graph:TakeFromDirectory:", "Graph:LookEvery:", "Graph:Patience:", "Graph:SteeringGroups:SG-1:", "Graph:SteeringGroups, Graph:Lists:steering_groups:"])
        {
            Assert.Single(errors, e => e.StartsWith(name, StringComparison.Ordinal));
        }

        Assert.Equal(12, errors.Count);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com")]
    [InlineData("https://graph.microsoft.com/beta")]
    [InlineData("graph.microsoft.com/v1.0")]
    [InlineData("https://user:secret@graph.microsoft.com/v1.0")]
    public void An_address_that_is_not_Graphs_is_refused(string address) =>
        Assert.StartsWith("Graph:BaseUrl", Assert.Single(Read(("Graph:BaseUrl", address)).Errors), StringComparison.Ordinal);

    private static (GraphOptions Options, IReadOnlyList<string> Errors, ServiceCollection Services) Read(params IEnumerable<(string Name, string Value)> settings)
    {
        var binder = new SettingsBinder(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
        var options = binder.Read<GraphOptions>(GraphOptions.SectionName, o => o.Validate());
        var services = new ServiceCollection();
        services.AddGraph(options, new());
        Assert.Empty(binder.Unknown());
        return (options, binder.Errors, services);
    }
}
