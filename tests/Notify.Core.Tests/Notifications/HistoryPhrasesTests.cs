using System.Reflection;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Xunit;

namespace Notify.Core.Tests.Notifications;

/// <summary>What our own code writes into histories, in the reader's language.</summary>
public sealed class HistoryPhrasesTests
{
    private static readonly string[] Values = ["Ö{x}", "17", "550 no such mailbox (see http://mail.example)"];

    public static TheoryData<string> Phrases { get; } = new(typeof(HistoryPhrases).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(f => f.FieldType == typeof(HistoryPhrase)).Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Every_phrase_is_found_again_with_its_values_in_both_languages(string name)
    {
        var phrase = (HistoryPhrase)typeof(HistoryPhrases).GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        var line = phrase.With(Values);

        Assert.Equal(line, HistoryPhrases.In(line, Language.English));
        var swedish = HistoryPhrases.In(line, Language.Swedish);
        Assert.NotEqual(line, swedish);
        Assert.All(Values.Where(v => line.Contains(v, StringComparison.Ordinal)), v => Assert.Contains(v, swedish, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("claimed by web-1:4711, attempt 2", "försök 2 (av web-1:4711)")]
    [InlineData("nobody is left to send to: trial mode", "ingen finns kvar att skicka till: provläge")]
    [InlineData("1 of 3 recipients left out: trial mode, the address is dead: 550 gone", "1 av 3 mottagare får inte mejlet: provläge, adressen fungerar inte: 550 gone")]
    [InlineData("claim given back: stopping", "försöket avbröts innan mejlet skickades: programmet stängdes av")]
    [InlineData("throttled: not for 00:05:00", "mejlservern vill vänta 00:05:00 (timmar:minuter:sekunder)")]
    [InlineData("bounced: ", "kom i retur: ")]
    [InlineData("550 5.1.1 bounced: nobody here", null)]
    [InlineData("", null)]
    public void A_line_that_was_stored_is_shown_in_Swedish_and_what_a_server_said_as_it_said_it(string stored, string? shown) =>
        Assert.Equal(shown, HistoryPhrases.In(stored, Language.Swedish));
}
