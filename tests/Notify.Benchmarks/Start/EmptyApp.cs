using Microsoft.AspNetCore.Builder;

namespace Notify.Benchmarks.Start;

/// <summary>The least that answers a page: what every start is measured against.</summary>
internal static class EmptyApp
{
    /// <summary>The argument that makes this program that app; <c>ASPNETCORE_URLS</c> says where.</summary>
    public const string Verb = "--empty-app";

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> RunAsync()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/", () => "Hello");
        await app.RunAsync();
        return 0;
    }
}
