using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Templates.Wording;

/// <summary>One store on which any number of processes, of any version of the program, write mails.</summary>
internal sealed class WordingWorld(IRecordStore? store = null)
{
    public const string Kind = "contact-changed";

    private static readonly Dictionary<string, string> BuiltInSources = ReadSources();

    public IRecordStore Store { get; } = store ?? new InMemoryRecordStore();

    public FakeTimeProvider Clock { get; } = new(Sample.Monday);

    public static string Ours { get; } = new BuiltInTemplates().Of(Kind, "sv").Source.Text;

    /// <summary>A process of the program as it is built, or with other sources in place of some.</summary>
    public Process Start(IRecordStore? store = null, params (string Path, Func<string, string> Change)[] upgrade)
    {
        var sources = upgrade.Aggregate(BuiltInSources.ToDictionary(), (all, change) =>
        {
            all[change.Path] = change.Change(all[change.Path]);
            return all;
        });
        var builtIn = new BuiltInTemplates(sources);
        var rows = new WordingStore(store ?? Store, Clock);
        var check = new WordingCheck(builtIn, Clock);
        var mails = new MailWordings(builtIn, rows, check, Clock, NullLogger<MailWordings>.Instance);
        return new(builtIn, mails, new Wordings(builtIn, rows, check, mails));
    }

    private static Dictionary<string, string> ReadSources()
    {
        const string root = "Templates/";
        var assembly = typeof(BuiltInTemplates).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(root, StringComparison.Ordinal)).ToDictionary(n => n[root.Length..], n =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
            return reader.ReadToEnd();
        });
    }

    /// <summary>Our text with another greeting.</summary>
    public static string Greeting(string words) => Ours.Replace("Hej! Från", words + " Från", StringComparison.Ordinal);

    /// <summary>A queued mail with sample values.</summary>
    public static Notification Mail(long sequence = 1)
    {
        var (values, links) = new BuiltInTemplates().Sample(Kind, "sv");
        return Sample.Notification(sequence) with { Kind = Kind, Values = values, Links = links, Language = Language.Swedish };
    }

    /// <summary>The mail with one value more, or less.</summary>
    public static Notification MailWith(string name, object? value)
    {
        var mail = Mail();
        var values = mail.Values.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
        values[name] = value;
        return mail with { Values = JsonSerializer.SerializeToElement(values, MailValues.Json) };
    }
}

/// <summary>A process.</summary>
internal sealed record Process(BuiltInTemplates BuiltIn, MailWordings Mails, Wordings Wordings)
{
    /// <summary>Saves as somebody who has just looked.</summary>
    public async Task<WordingAnswer> SaveAsync(string text, string by = "Eva", string kind = WordingWorld.Kind)
    {
        var state = (await Wordings.ReadAsync(kind, "sv", default))!;
        var answer = await Wordings.SaveAsync(kind, "sv", text, state.History.Revision, by, "", default);
        Assert.Equal([], answer.Faults);
        return answer;
    }

    /// <summary>Does with the text what a claim does, and gives the mail as it is stamped then.</summary>
    public async Task<(Notification Mail, RenderedMail Text)> LeaveAsync(Notification mail)
    {
        var written = await Mails.RenderAsync(mail, default);
        await Mails.KeepAsync(mail, written, default);
        return (mail with { TemplateVersion = written.Version }, written.Mail!);
    }

    /// <summary>The first line of the mail.</summary>
    public async Task<string> OpeningAsync(Notification mail) => (await Mails.RenderAsync(mail, default)).Mail!.Text.Split('!')[0];
}
