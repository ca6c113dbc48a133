namespace Notify.Benchmarks.Cost;

/// <summary>For whom the month is worked out.</summary>
/// <param name="Mails">A month; a million a year for Sweden (DESIGN "Time, scale, cost").</param>
/// <param name="Gigabytes">Of records; assumed.</param>
/// <param name="SendGrid">Dollars a month, the plan that holds so many mails.</param>
internal sealed record Size(string Name, int Districts, int Mails, double Gigabytes, double SendGrid)
{
    /// <summary>One with city districts, and all.</summary>
    public static IReadOnlyList<Size> All { get; } = [new("municipality", 14, 290, 1, 20), new("Sweden", National.Districts, 83_000, 20, 35)];
}
