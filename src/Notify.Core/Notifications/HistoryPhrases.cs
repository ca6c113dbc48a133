using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>All that our own code says in the history of a notification. What mail servers and providers say is shown as they said it.</summary>
public static class HistoryPhrases
{
    internal static readonly HistoryPhrase Planned = new("planned", "planerat");
    internal static readonly HistoryPhrase Complete = new("complete", "färdigplanerat");
    internal static readonly HistoryPhrase Claimed = new("claimed by {0}, attempt {1}", "försök {1} (av {0})");
    internal static readonly HistoryPhrase GivenBack = new("claim given back: {0}", "försöket avbröts innan mejlet skickades: {0}");
    internal static readonly HistoryPhrase NoAnswer = new("no answer: {0}", "inget svar: {0}");
    internal static readonly HistoryPhrase FoundTaken = new("unconfirmed; the transport has it", "det var oklart om mejlet gick, men det är lämnat till mejlservern");
    internal static readonly HistoryPhrase FoundNotTaken = new("unconfirmed; it never left", "det var oklart om mejlet gick, men det skickades aldrig");
    internal static readonly HistoryPhrase SentAgain = new("unconfirmed; sent again under the same id", "oklart om mejlet gick; det skickas igen med samma id");
    internal static readonly HistoryPhrase AllRefused = new("every recipient was refused", "mejlservern tog inte emot någon av adresserna");
    internal static readonly HistoryPhrase HandedOver = new("handed over for {0} of {1} recipients", "lämnat till mejlservern för {0} av {1} mottagare");
    internal static readonly HistoryPhrase GivenUp = new("given up after {0} attempts: {1}", "gav upp efter {0} försök: {1}");
    internal static readonly HistoryPhrase FailedForNow = new("attempt {0} failed for now: {1}", "försök {0} gick inte och görs om: {1}");
    internal static readonly HistoryPhrase Throttled = new("throttled: not for {0}", "mejlservern vill vänta {0} (timmar:minuter:sekunder)");
    internal static readonly HistoryPhrase TooLate = new("too late to be sent", "för sent för att skickas");
    internal static readonly HistoryPhrase NobodyLeft = new("nobody is left to send to: {0}", "ingen finns kvar att skicka till: {0}");
    internal static readonly HistoryPhrase LeftOut = new("{0} of {1} recipients left out: {2}", "{0} av {1} mottagare får inte mejlet: {2}");
    internal static readonly HistoryPhrase TrialMode = new("trial mode", "provläge");
    internal static readonly HistoryPhrase DeadAddress = new("the address is dead: {0}", "adressen fungerar inte: {0}");
    internal static readonly HistoryPhrase ProviderHasIt = new("the provider has it", "mejltjänsten har det");
    internal static readonly HistoryPhrase Delivered = new("delivered to a recipient", "framme hos en mottagare");
    internal static readonly HistoryPhrase Unwanted = new("a recipient called it unwanted", "en mottagare har markerat mejlet som skräppost");
    internal static readonly HistoryPhrase Blocked = new("blocked: {0}", "stoppat på vägen: {0}");
    internal static readonly HistoryPhrase Dropped = new("dropped by the provider: {0}", "mejltjänsten skickade det inte: {0}");
    internal static readonly HistoryPhrase Bounced = new("bounced: {0}", "kom i retur: {0}");
    internal static readonly HistoryPhrase Held = new("held by {0}", "pausat av {0}");
    internal static readonly HistoryPhrase Released = new("released by {0}", "släppt i väg av {0}");
    internal static readonly HistoryPhrase SentAtOnce = new("sent at once by {0}", "ska skickas nu, enligt {0}");
    internal static readonly HistoryPhrase Cancelled = new("cancelled by {0}", "stoppat av {0}");
    internal static readonly HistoryPhrase QueuedAgain = new("queued again by {0}", "ska skickas igen, enligt {0}");
    internal static readonly HistoryPhrase SupersededBy = new("superseded by {0}", "ersatt av {0}");
    internal static readonly HistoryPhrase Newer = new("replaced by a newer truth", "det har kommit nyare uppgifter");
    internal static readonly HistoryPhrase Merged = new(
        "the district has been merged; its successor says what is to be said", "stadsdelen har gått upp i en annan, som skickar det som ska skickas");
    internal static readonly HistoryPhrase NotLooked = new("its watch has not seen the present register", "registret har ändrats och behöver läsas först");
    internal static readonly HistoryPhrase Stopping = new("stopping", "programmet stängdes av");

    private static readonly HistoryPhrase[] All =
    [
        Planned, Complete, Claimed, GivenBack, NoAnswer, FoundTaken, FoundNotTaken, SentAgain, AllRefused, HandedOver, GivenUp, FailedForNow, Throttled,
        TooLate, NobodyLeft, LeftOut, TrialMode, DeadAddress, ProviderHasIt, Delivered, Unwanted, Blocked, Dropped, Bounced, Held, Released, SentAtOnce,
        Cancelled, QueuedAgain, SupersededBy, Newer, Merged, NotLooked, Stopping,
    ];

    /// <summary>A line of a history, or what it says of an address, as a reader of the language is shown it; null: the words are not ours.</summary>
    public static string? In(string line, Language language) =>
        All.Select(p => p.In(line, language, part => In(part, language) ?? Listed(part, language))).FirstOrDefault(found => found is not null);

    // Several reasons stand in one line where recipients were left out for different ones.
    private static string Listed(string parts, Language language) => string.Join(", ", parts.Split(", ").Select(p => p == parts ? p : In(p, language) ?? p));
}
