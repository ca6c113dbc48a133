using Microsoft.Playwright;
using Notify.Browser.Tests.World;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(PreparedCity))]

namespace Notify.Browser.Tests.World;

/// <summary>The machine's own Chromium, started once for all tests when the first asks for it. Nothing is ever downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium.exe", "chrome.exe"];

    // No name resolves but that of this machine, so that not even what escapes the tests' own watch can leave it. The rest makes
    // pictures alike from machine to machine, as far as a browser can.
    private static readonly string[] Arguments =
        ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--font-render-hinting=none", "--force-color-profile=srgb", "--disable-lcd-text", "--disable-gpu"];

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    /// <summary>Starts nothing yet.</summary>
    public Chromium() => _browser = new(StartAsync);

    /// <summary>The browser. Without one on this machine the test is skipped, and fails in CI.</summary>
    public Task<IBrowser> GetAsync()
    {
        if (Find() is null)
        {
            var missing = $"No browser is on this machine's PATH ({string.Join(", ", Names)}): install Chromium (apt install chromium fonts-dejavu-core).";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        return _browser.Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
            _playwright?.Dispose();
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private async Task<IBrowser> StartAsync()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments, Timeout = 60_000 });
    }
}
