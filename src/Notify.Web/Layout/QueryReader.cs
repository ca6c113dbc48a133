using Microsoft.AspNetCore.Http;
using Notify.Core.Register;

namespace Notify.Web.Layout;

/// <summary>Reads the filters of a list from the query; remembers whether one made no sense.</summary>
public sealed class QueryReader(IQueryCollection query)
{
    private const int MaxText = 100;
    private const int MaxPage = 100_000;

    /// <summary>Whether everything read so far made sense.</summary>
    public bool IsValid { get; private set; } = true;

    /// <summary>A free text, without surrounding blanks; empty when absent.</summary>
    public string Text(string name)
    {
        var values = query[name];
        var text = values.ToString().Trim();
        return Valid(values.Count <= 1 && text.Length <= MaxText && !text.Any(char.IsControl)) ? text : "";
    }

    /// <summary>A district; null when absent.</summary>
    public DistrictCode? District(string name) =>
        Text(name) is not { Length: > 0 } text ? null : Valid(DistrictCode.TryParse(text, out var code)) ? code : null;

    /// <summary>A word of an enum, in lower case; null when absent.</summary>
    public TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var text = Text(name);
        var word = Enum.GetValues<TEnum>().Cast<TEnum?>().FirstOrDefault(w => w.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));
        return text.Length > 0 && Valid(word is not null) ? word : null;
    }

    /// <summary>A day <c>yyyy-MM-dd</c>; null when absent.</summary>
    public DateOnly? Day(string name) =>
        Text(name) is not { Length: > 0 } text ? null
        : Valid(DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 9999) ? day : null;

    /// <summary>The number of a page; 1 when absent.</summary>
    public int Page(string name) =>
        Text(name) is not { Length: > 0 } text ? 1
        : Valid(int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page)
            && page is >= 1 and <= MaxPage) ? page : 1;

    private bool Valid(bool isValid)
    {
        IsValid &= isValid;
        return isValid;
    }
}
