using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notify.Core.Register;
using Notify.Core.Status;
using Notify.Web.Layout;

namespace Notify.Web.Api;

/// <summary>Reads the parameters of a query; remembers which was the first that made no sense.</summary>
public sealed class ApiQuery(IQueryCollection query)
{
    /// <summary>The least that <c>limit</c> may be.</summary>
    public const int LeastLimit = 1;

    /// <summary>The most that <c>limit</c> may be.</summary>
    public const int MostLimit = 200;

    /// <summary>What <c>limit</c> is when it is absent.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The longest text.</summary>
    public const int MaxText = 100;

    private readonly QueryReader _reader = new(query);

    /// <summary>The name of the first parameter that made no sense; null: all of them did so far.</summary>
    public string? Wrong { get; private set; }

    /// <summary>One district; null when absent.</summary>
    public DistrictCode? District() => Noted("district", _reader.District("district"));

    /// <summary>A free text; empty when absent.</summary>
    public string Text(string name) => Noted(name, _reader.Text(name));

    /// <summary>A day; null when absent.</summary>
    public DateOnly? Day(string name) => Noted(name, _reader.Day(name));

    /// <summary>A school; null when absent.</summary>
    public SchoolUnitCode? School(string name) =>
        Text(name) is not { Length: > 0 } text ? null : SchoolUnitCode.TryParse(text, out var school) ? school : Refused<SchoolUnitCode?>(name);

    /// <summary>A word of an enum; null when absent.</summary>
    public TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var text = Text(name);
        var word = Enum.GetValues<TEnum>().Cast<TEnum?>().FirstOrDefault(w => StatusAnswer.Word(w!.Value) == text);
        return text.Length == 0 ? null : word ?? Refused<TEnum?>(name);
    }

    /// <summary>A month <c>yyyy-MM</c>, as its first day; null when absent.</summary>
    public DateOnly? Month(string name) =>
        Text(name) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : Refused<DateOnly?>(name);

    /// <summary>Which part of a list is wanted.</summary>
    public ApiPaging Paging() => new(Limit(), Cursor());

    private int Limit() =>
        Text("limit") is not { Length: > 0 } text ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= LeastLimit and <= MostLimit ? limit
        : Refused<int>("limit");

    /// <summary>Longer than other texts, and of our own making.</summary>
    private ApiCursor? Cursor() =>
        query["cursor"] is not { Count: > 0 } values ? null
        : values is [{ } text] && ApiCursor.TryParse(text, out var cursor) ? cursor
        : Refused<ApiCursor?>("cursor");

    private T Noted<T>(string name, T value)
    {
        Wrong ??= _reader.IsValid ? null : name;
        return value;
    }

    private T? Refused<T>(string name)
    {
        Wrong ??= name;
        return default;
    }
}

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Limit">At most so many items.</param>
/// <param name="After">Those after this one; null: from the beginning.</param>
public sealed record ApiPaging(int Limit, ApiCursor? After);
