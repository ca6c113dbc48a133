using System.Text.RegularExpressions;
using System.Xml.Linq;
using Notify.Core.Jobs;
using Notify.Testing.Contacts;
using Xunit;

namespace Notify.Core.Tests;

/// <summary>What the house promises of itself (DESIGN "Projects", STYLE), as far as a program can see it.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostSuppressions = 5;

    private static readonly string Root = FindRoot();
    private static readonly string[] Folders = ["src", "tests"];

    [Fact]
    public void Core_references_only_what_computes()
    {
        var references = CompiledReferences.Of(typeof(NotifyCore).Assembly).Assemblies;
        Assert.Equal([], references.Where(name => !MayCoreUse(name)));
    }

    [Fact]
    public void Core_touches_no_file_console_network_process_or_environment() =>
        Assert.DoesNotContain(CompiledReferences.Of(typeof(NotifyCore).Assembly).Members, IsOutsideWorld);

    [Fact]
    public void The_look_into_an_assembly_sees_files_where_they_are_used() =>
        Assert.Contains("System.IO.File.ReadAllText", CompiledReferences.Of(typeof(ArchitectureTests).Assembly).Members.Where(IsOutsideWorld));

    [Fact]
    public void Only_the_Azure_host_names_the_packages_of_its_platform()
    {
        var hosts = Projects().Where(p => Packages(p).Any(IsPlatform)).Select(p => Path.GetFileNameWithoutExtension(p));
        Assert.All(hosts, host => Assert.Equal("Notify.Functions", host));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "Notify.sln"));
        Assert.All(Projects(), project => Assert.Contains($"\"{Path.GetRelativePath(Root, project).Replace('/', '\\')}\"", solution, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    public void An_ambient_clock_is_banned_in_every_project(string clock)
    {
        Assert.Contains(File.ReadLines(Path.Combine(Root, "src", "BannedSymbols.txt")), line => line.StartsWith(clock + ";", StringComparison.Ordinal));
        Assert.Contains("src/BannedSymbols.txt", File.ReadAllText(Path.Combine(Root, "Directory.Build.props")), StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadAllText(Path.Combine(Root, ".editorconfig")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_speaks_Swedish_and_English()
    {
        var templates = typeof(NotifyCore).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".liquid", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates.GroupBy(t => Language().Replace(t, "")), t => Assert.Equal([$"{t.Key}.en.liquid", $"{t.Key}.sv.liquid"], t.Order()));
    }

    [Fact]
    public void Warnings_are_mended_not_silenced()
    {
        var silenced = Files("*.cs", "*.razor", "*.csproj", "*.props", ".editorconfig").Where(f => Suppression().IsMatch(File.ReadAllText(f)));
        Assert.True(silenced.Sum(f => Suppression().Count(File.ReadAllText(f))) <= MostSuppressions, string.Join('\n', silenced));
    }

    [Fact]
    public async Task Every_job_stands_once_in_the_schedule_and_nothing_else_does()
    {
        await using var world = new ContactsWorld("2026-03-02T10:00");
        Assert.Equal(world.Get<IEnumerable<IJob>>().Select(j => j.Name).Concat(world.Get<IEnumerable<ICityJob>>().Select(j => j.Name)).Order(), DefaultSchedule.Rows.Select(r => r.Job).Order());
    }

    private static bool MayCoreUse(string assembly) =>
        assembly is "Scriban" or "Scriban.Signed" or "Markdig" or "Ical.Net" or "Microsoft.Extensions.Options" or "Microsoft.Extensions.Primitives"
        || (assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && assembly.EndsWith(".Abstractions", StringComparison.Ordinal))
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && !OutsideAssemblies().IsMatch(assembly));

    private static bool IsOutsideWorld(string member) => OutsideMembers().IsMatch(member);

    private static bool IsPlatform(string package) =>
        package.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal) || package.StartsWith("Azure.Messaging.ServiceBus", StringComparison.Ordinal);

    private static List<string> Projects() => Files("*.csproj");

    private static IEnumerable<string> Packages(string project) =>
        XDocument.Load(project).Descendants().Where(e => e.Name.LocalName == "PackageReference").Select(e => (string?)e.Attribute("Include") ?? "");

    private static List<string> Files(params string[] patterns)
    {
        var found = Folders
            .SelectMany(folder => patterns.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories)))
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Concat(patterns.SelectMany(p => Directory.EnumerateFiles(Root, p)))
            .ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Notify.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^System\.(Net\.(?!Primitives$|Mail$)|IO\.(?!Compression|Pipelines$)|Data\b|Console$|Diagnostics\.(Process|FileVersionInfo)|Drawing|Management)")]
    private static partial Regex OutsideAssemblies();

    // An iterator asks for its thread; a mail address is only text.
    [GeneratedRegex(@"^System\.(Console\.|Environment\.(?!get_CurrentManagedThreadId$|get_NewLine$)|Diagnostics\.Process|Net\.(Sockets|Http)\.|Net\.Mail\.(?!MailAddress\.)|Net\.(Dns|WebRequest|WebClient)\.|IO\.(File|Directory|Drive|Pipes|MemoryMappedFiles|IsolatedStorage|RandomAccess))")]
    private static partial Regex OutsideMembers();

    [GeneratedRegex(@"\.(sv|en)\.liquid$")]
    private static partial Regex Language();

    // Written so that it does not find itself.
    [GeneratedRegex(@"#pragma[ ]warning[ ]disable|SuppressMessage[A-Za-z]*\(|<NoWarn[>]|severity[ ]=[ ]none")]
    private static partial Regex Suppression();
}
