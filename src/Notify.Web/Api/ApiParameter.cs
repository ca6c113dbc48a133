using Notify.Core.Status;

namespace Notify.Web.Api;

/// <summary>A parameter of a query, as it is checked and as the OpenAPI document tells it.</summary>
public sealed record ApiParameter(string Name, string Description)
{
    /// <summary>One district's code.</summary>
    public static ApiParameter District { get; } = new("district", "Only this district, by its code. Of no other is anything read.") { Pattern = "^[A-Z0-9]{1,12}$" };

    /// <summary>How many items.</summary>
    public static ApiParameter Limit { get; } =
        new("limit", "At most so many items.") { Minimum = ApiQuery.LeastLimit, Maximum = ApiQuery.MostLimit, Default = ApiQuery.DefaultLimit };

    /// <summary>Where to go on.</summary>
    public static ApiParameter Cursor { get; } = new("cursor", "Where to go on: `next` of the page before, as it stands. Absent for the first page.");

    /// <summary>A free text.</summary>
    public static ApiParameter Text { get; } = new("q", "Only what has this text in it, in upper or lower case.") { MaxLength = ApiQuery.MaxText };

    /// <summary>The values that are allowed; null: any.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>A form of JSON Schema, as <c>date</c>.</summary>
    public string? Format { get; init; }

    /// <summary>A regular expression that the value fits.</summary>
    public string? Pattern { get; init; }

    /// <summary>The greatest length.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Set: it is a whole number, and this is the least.</summary>
    public int? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public int? Maximum { get; init; }

    /// <summary>The number where it is absent.</summary>
    public int? Default { get; init; }

    /// <summary>A day.</summary>
    public static ApiParameter Day(string name, string description) => new(name, description) { Format = "date" };

    /// <summary>One of the words of an enum.</summary>
    public static ApiParameter Word<TEnum>(string name, string description)
        where TEnum : struct, Enum => new(name, description) { Words = [.. Enum.GetValues<TEnum>().Select(w => StatusAnswer.Word(w))] };
}
