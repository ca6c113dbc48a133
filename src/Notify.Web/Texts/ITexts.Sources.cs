namespace Notify.Web.Texts;

/// <summary>What is said of sources.</summary>
public partial interface ITexts
{
    string NavSources { get; }

    string SourcesTitle { get; }

    string SourcesLead { get; }

    string NoSources { get; }

    string SourcesCaption { get; }

    string SourceRead { get; }

    string SourceChanged { get; }

    string SourceFailed { get; }

    string SourceHeld { get; }

    string SourcePassing { get; }

    string SourceRefused { get; }

    string SourcePass { get; }

    string SourcePassHint { get; }

    string SourcePassed { get; }

    string SourcePassedLate { get; }

    string SourceName(string source);

    string SourceDoes(string source);

    string SourceHeldLead(string moment);

    string SourceRefusedLead(string moment, int errors);

    string SourceMore(int errors);

    string SourceTrouble(string source);

    string WordingTrouble(string kind);
}
