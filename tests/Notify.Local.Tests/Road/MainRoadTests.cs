using MimeKit;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A school is told when its contact changes, from the file to the mail.</summary>
public sealed class MainRoadTests(ContactChange change)
{
    [Fact]
    public void What_the_register_said_first_is_told_to_nobody() => Assert.Empty(change.Before);

    [Fact]
    public void A_change_is_one_mail_to_the_school_and_one_to_each_of_the_two_contacts()
    {
        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], change.After.Select(m => m.Kind).Order());
        Assert.Equal(
            ["asa.oberg@bromma.example", "marta.haggstrom@bromma.example"],
            change.After.Where(m => m.Kind == "contact-assigned").SelectMany(m => m.To).Order());
    }

    [Fact]
    public void The_school_mail_goes_to_the_principal_and_the_functional_address() =>
        Assert.Equal(["expedition@angsskolan.example", "rektor@angsskolan.example"], change.Changed.To.Order());

    [Fact]
    public void Every_mail_carries_the_headers_that_scripts_depend_on()
    {
        foreach (var mail in change.After)
        {
            Assert.Equal($"{mail.Id}.eml", mail.File);
            Assert.StartsWith("BROMMA-", mail.Id, StringComparison.Ordinal);
            Assert.Equal("BROMMA", mail.Header("X-Notify-District"));
            Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
            Assert.Equal("sv", mail.Header("Content-Language"));
            var from = Assert.Single(mail.Message.From.Mailboxes);
            Assert.Equal($"<{mail.Id}@{from.Domain}>", mail.Header("Message-ID"));
            Assert.Equal("svar@bromma.example", Assert.Single(mail.Message.ReplyTo.Mailboxes).Address);
            Assert.Equal("Mon, 02 Mar 2026 10:20:00 +0100", mail.Header("Date"));
            Assert.Empty(mail.Message.Cc);
            Assert.Empty(mail.Message.Bcc);
        }
    }

    [Fact]
    public void Every_mail_has_a_text_and_then_an_HTML_part_in_UTF_8()
    {
        foreach (var body in change.After.Select(m => m.Body))
        {
            Assert.Equal(["text/plain", "text/html"], body.Select(p => p.ContentType.MimeType));
            Assert.All(body, p => Assert.Equal("utf-8", p.ContentType.Charset));
        }
    }

    [Fact]
    public void Å_ä_and_ö_arrive_as_they_were_written()
    {
        Assert.Contains("Ängsskolan", change.Changed.Subject, StringComparison.Ordinal);
        InBothParts("Märta Häggström");
        InBothParts("Åsa Öberg");
    }

    [Fact]
    public void The_school_reads_whom_to_reach_and_how() => Assert.All(["08-508 06 002", "marta.haggstrom@bromma.example"], InBothParts);

    [Fact]
    public void The_school_reads_who_it_was_and_from_when_it_is_another() => Assert.All(["Åsa Öberg", "2 mars"], InBothParts);

    [Fact]
    public void The_receipt_link_stands_in_both_parts() => InBothParts(change.Changed.ReplyPath);

    [Fact]
    public void No_mail_tells_of_another_school() =>
        Assert.All(change.After, m => Assert.DoesNotContain("Björkö", m.AllOfIt, StringComparison.Ordinal));

    [Fact]
    public async Task Running_again_sends_nothing_and_leaves_the_mails_as_they_are()
    {
        using var city = change.City.Copy();

        await city.RunAsync(SmallCity.Settled);
        await city.RunAsync("2026-03-02T16:00");

        Assert.Equal(change.After.Select(m => (m.File, m.AllOfIt)), city.Mail().Select(m => (m.File, m.AllOfIt)));
    }

    [Fact]
    public async Task Importing_the_same_files_again_changes_nothing()
    {
        using var city = change.City.Copy();

        var again = (await city.NotifyAsync("import", "register", "--json", "--now", "2026-03-02T11:00")).Ended(0).Json;
        await city.RunAsync("2026-03-02T12:00");

        Assert.All(again.GetProperty("changes").EnumerateObject().SelectMany(t => t.Value.EnumerateObject()), c => Assert.Equal(0, c.Value.GetInt32()));
        Assert.Equal(change.After.Count, city.Mail().Count);
    }

    [Fact]
    public async Task A_change_undone_before_it_left_is_no_mail()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        await city.TakeInAsync("2026-03-02T11:00");
        city.Replace("assignments", "98000001,MARTA", "98000001,ASA");
        await city.TakeInAsync("2026-03-02T11:05");

        await city.RunAsync("2026-03-02T11:40");

        Assert.Empty(city.Mail());
    }

    [Fact]
    public async Task A_change_of_one_school_of_the_sample_is_told_to_that_school_alone()
    {
        using var city = new City(new Dictionary<string, string>());
        (await city.NotifyAsync("sample", "register", "--now", SmallCity.Monday)).Ended(0);
        await city.TakeInAsync(SmallCity.Monday);
        var agreements = city.Kinds();
        Assert.All(agreements, kind => Assert.StartsWith("agreement-", kind, StringComparison.Ordinal));
        var school = OfOnePerson(city);
        city.Replace("assignments", school.Line, school.NewLine);
        await city.ImportAsync(SmallCity.Monday);

        await city.RunAsync(SmallCity.Settled);

        Assert.Equal([.. agreements, "contact-assigned", "contact-assigned", "contact-changed"], city.Kinds());
        Assert.All(city.Mail().Where(m => m.Kind == "contact-changed").SelectMany(m => m.To), a => Assert.Contains(a, school.Addresses));
        await city.RunAsync(SmallCity.Settled);
        Assert.Equal(agreements.Count + 3, city.Mail().Count);
    }

    /// <summary>A school of the sample with a person as its primary contact, and its line with another person of that district.</summary>
    private static (string Line, string NewLine, IReadOnlyList<string> Addresses) OfOnePerson(City city)
    {
        var persons = Rows(city, "contacts").Where(c => c[3] == "person" && c[8].Length == 0).ToList();
        var held = Rows(city, "assignments").Where(a => a[3] == "primary" && a[4].Length + a[5].Length == 0).ToList();
        var line = held.First(a => persons.Any(p => p[0] == a[2]) && held.Count(h => h[1] == a[1]) == 1 && Other(a) is not null);
        var addresses = Rows(city, "schools").Single(s => s[0] == line[1])[5..7];
        return (string.Join(';', line), string.Join(';', [.. line[..2], Other(line)!, .. line[3..]]), addresses);

        string? Other(string[] assignment) =>
            held.FirstOrDefault(h => h[0] == assignment[0] && h[2] != assignment[2] && persons.Any(p => p[0] == h[2]))?[2];
    }

    private static IEnumerable<string[]> Rows(City city, string table) =>
        File.ReadLines(city.TableOf(table)).Skip(1).Select(l => l.Split(';'));

    private void InBothParts(string text) =>
        Assert.All(change.Changed.Body.OfType<TextPart>(), part => Assert.Contains(text, part.Text, StringComparison.Ordinal));
}
