using System.Globalization;

namespace Notify.Local.Tests.Crashes;

/// <summary>How long the tests go on that kill at random, and where their chance begins, for saying it again.</summary>
internal static class Chance
{
    /// <summary><c>NOTIFY_KILL_SEED</c>, else another each time.</summary>
    public static int Seed { get; } = Number("NOTIFY_KILL_SEED", Environment.TickCount);

    /// <summary>A number of the environment.</summary>
    public static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
