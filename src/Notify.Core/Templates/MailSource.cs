using System.Text.Json.Serialization;
using Notify.Core.Store;

namespace Notify.Core.Templates;

/// <summary>All that shapes a mail of one kind in one language, with its parts put in: nothing else is needed to write it again.</summary>
/// <param name="Text">The subject line, a blank line, and the body: Liquid over Markdown.</param>
/// <param name="Footer">Who sends it and how to answer: Liquid over Markdown.</param>
/// <param name="Layout">The HTML around both: Liquid.</param>
public sealed record MailSource(string Text, string Footer, string Layout)
{
    /// <summary>Changes when, and only when, the source does: 26 characters of the hash over it, fit for a key.</summary>
    [JsonIgnore]
    public string Version => RecordKey.Hash(Text + '\0' + Footer + '\0' + Layout);
}
