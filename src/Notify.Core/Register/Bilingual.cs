using System.Globalization;

namespace Notify.Core.Register;

/// <summary>One thing said in both languages, made where it is known and chosen where it is shown: the command line speaks English, the portal the reader's language.</summary>
public sealed record Bilingual(string English, string Swedish)
{
    /// <summary>The words with values in them, numbers alike in both.</summary>
    public static Bilingual Of(FormattableString english, FormattableString swedish) =>
        new(english.ToString(CultureInfo.InvariantCulture), swedish.ToString(CultureInfo.InvariantCulture));

    /// <summary>The words in the language.</summary>
    public string In(Language language) => language is Language.English ? English : Swedish;

    /// <summary>Both followed by more.</summary>
    public Bilingual Then(Bilingual more) => new($"{English} {more.English}", $"{Swedish} {more.Swedish}");
}
