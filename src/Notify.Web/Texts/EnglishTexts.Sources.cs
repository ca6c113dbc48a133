namespace Notify.Web.Texts;

/// <summary>English on sources.</summary>
public sealed partial class EnglishTexts
{
    public string NavSources => "Sources";
    public string SourcesTitle => "Sources";
    public string SourcesLead => "From here Notify fetches data for the register by itself. You need to do something only if a source cannot be read, or if what came could not be taken in.";
    public string NoSources => "No source is connected. The register is read by hand under Import. If you want Notify to fetch it, the IT department can connect a folder, SharePoint or the national register of school units.";
    public string SourcesCaption => "Sources, with times in Stockholm";
    public string SourceRead => "Last read";
    public string SourceChanged => "Last changed the register";
    public string SourceFailed => "Cannot be read";
    public string SourceHeld => "Waits for your answer";
    public string SourcePassing => "Is taken in at the next run";
    public string SourceRefused => "Could not be taken in";
    public string SourcePass => "Let the change pass";
    public string SourcePassHint => "Is it right that so much goes? Then let the change pass, and it is taken in shortly. If it is wrong, mend the data where it is kept.";
    public string SourcePassed => "The change passes and is taken in shortly. Reload the page in a little while.";
    public string SourcePassedLate => "The data has changed since you saw it. Look again before you let anything pass.";

    public string SourceName(string source) => source switch
    {
        "inbox" => "The inbox",
        "sharepoint" => "SharePoint",
        "directory" => "Entra ID",
        "steering-groups" => "Steering groups in Entra ID",
        "skolverket" => "The national register of school units",
        _ => source,
    };

    public string SourceDoes(string source) => source switch
    {
        "inbox" => "Reads files that are put into the folder, then moves them to done or refused with a report beside them.",
        "sharepoint" => "Reads the register from the municipality’s lists.",
        "steering-groups" => "Reads who the members of the steering groups are.",
        "directory" => "Looks whether a contact has left, or has a new name or address.",
        "skolverket" => "Looks for new, changed and closed schools, and makes proposals.",
        _ => "",
    };

    public string SourceHeldLead(string moment) => $"What came {moment} would remove unusually much from the register, so it is not taken in. The schools have had no mail because of it.";

    public string SourceRefusedLead(string moment, int errors) =>
        $"What came {moment} could not be taken in, because there {(errors == 1 ? "is one error" : $"are {errors} errors")} to mend. The register is untouched. Mend the data where it is kept, and it is read again.";

    public string SourceMore(int errors) => errors == 1 ? "One more error is not shown here." : $"{errors} more errors are not shown here.";

    public string SourceTrouble(string source) => $"{source}: the data could not be taken in";

    public string WordingTrouble(string kind) => $"Your own wording of {kind} cannot be used; mails leave in ours";
}
