using System.Globalization;
using System.Text.Json;
using Notify.Core.Delivery;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Forums;
using Notify.Testing.Node;
using Xunit;

namespace Notify.Core.Tests.Forums;

/// <summary>The invitation of each step, from the first to the cancellation, as two other programs read it: Ical.Net and ical.js.</summary>
public sealed class ForumCalendarTests
{
    private static readonly NpmPackage IcalJs = new("ical.js", "2.2.1");

    /// <summary>Reads a JSON array of calendars, and writes what ical.js finds in each, with its times by the calendar's own zone rules.</summary>
    private const string Script = """
        import fs from 'node:fs';
        import { pathToFileURL } from 'node:url';
        const folder = process.argv.at(-1);
        const { default: ICAL } = await import(pathToFileURL(folder + '/dist/ical.js'));
        const read = text => {
            const calendar = new ICAL.Component(ICAL.parse(text));
            const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
            const entry = calendar.getFirstSubcomponent('vevent');
            const event = new ICAL.Event(entry);
            const instant = time => { const t = time.clone(); t.zone = zone; return t.toJSDate().toISOString(); };
            const organizer = entry.getFirstProperty('organizer');
            return {
                Method: calendar.getFirstPropertyValue('method'), Uid: event.uid, Sequence: event.sequence, Zone: zone.tzid,
                Status: entry.getFirstPropertyValue('status'), Local: event.startDate.toString(), Starts: instant(event.startDate), Ends: instant(event.endDate),
                Place: event.location, Summary: event.summary, Description: event.description, Organizer: organizer.getFirstValue(),
                OrganizerName: organizer.getParameter('cn'), Attendees: event.attendees.map(a => a.getFirstValue()), Rsvp: event.attendees.map(a => a.getParameter('rsvp')),
                Alarms: entry.getAllSubcomponents('valarm').map(a => a.getFirstPropertyValue('trigger').toString()),
            };
        };
        console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(read)));
        """;

    [Fact]
    public async Task Each_step_is_read_alike_by_two_programs_on_both_sides_of_the_clock_change()
    {
        var calendars = await StepsAsync();
        var entries = calendars.ConvertAll(text => (Calendar: Ical.Net.Calendar.Load(text)!, Entry: Ical.Net.Calendar.Load(text)!.Events.Single()));
        var others = JsonSerializer.Deserialize<List<Read>>(await IcalJs.RunAsync(Script, JsonSerializer.Serialize(calendars)))!;

        Assert.Equal(["REQUEST", "REQUEST", "REQUEST", "CANCEL"], others.Select(o => o.Method));
        Assert.Equal([0, 1, 2, 3], others.Select(o => o.Sequence));
        Assert.Single(others.Select(o => o.Uid).Distinct());
        Assert.All(others, o => Assert.Equal("Europe/Stockholm", o.Zone));

        // 14 October is summer time, 4 November is not: the same hour on the wall is another instant.
        Assert.Equal(["2026-10-14T13:00:00", "2026-11-04T13:00:00", "2026-11-04T13:00:00", "2026-11-04T13:00:00"], others.Select(o => o.Local));
        Assert.Equal(["2026-10-14T11:00:00.000Z", "2026-11-04T12:00:00.000Z", "2026-11-04T12:00:00.000Z", "2026-11-04T12:00:00.000Z"], others.Select(o => o.Starts));
        Assert.Equal(["2026-10-14T13:00:00.000Z", "2026-11-04T14:00:00.000Z", "2026-11-04T14:00:00.000Z", "2026-11-04T14:00:00.000Z"], others.Select(o => o.Ends));
        Assert.Equal(["Medborgarkontoret", "Medborgarkontoret", "Åkeshovs slott; sal 1, plan 2", "Åkeshovs slott; sal 1, plan 2"], others.Select(o => o.Place));
        Assert.Equal("CANCELLED", others[3].Status);
        foreach (var ((calendar, entry), other) in entries.Zip(others))
        {
            Assert.Equal((other.Method, other.Uid, other.Sequence), (calendar.Method, entry.Uid, entry.Sequence));
            Assert.Equal(other.Starts, Instant(entry.Start!.AsUtc));
            Assert.Equal(other.Ends, Instant(entry.End!.AsUtc));
            Assert.Equal((other.Place, other.Summary), (entry.Location, entry.Summary));
        }
    }

    [Fact]
    public async Task An_invitation_has_what_mail_programs_need_for_their_buttons()
    {
        var calendars = await StepsAsync();
        var first = JsonSerializer.Deserialize<List<Read>>(await IcalJs.RunAsync(Script, JsonSerializer.Serialize(calendars)))![0];

        Assert.Equal(("mailto:samordnare@bromma.example", "Bromma"), (first.Organizer, first.OrganizerName));
        Assert.Equal(["mailto:rektor@skola98000001.example", "mailto:expedition@skola98000001.example"], first.Attendees);
        Assert.All(first.Rsvp, r => Assert.Equal("TRUE", r));
        Assert.Equal(["-P1D"], first.Alarms);
        Assert.Contains("/r/", first.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("<", first.Description, StringComparison.Ordinal);
    }

    /// <summary>The calendars of an invitation, a new time, a new place and a cancellation.</summary>
    private static async Task<List<string>> StepsAsync()
    {
        await using var world = new ForumsWorld("2026-09-02T07:05");
        var city = ForumsWorld.City(1, 0, "2026-10-14T13:00", f => f with { Title = "Forum; för skola, förskola & \"alla\"" });
        var moved = city.ChangeForum("F", f => ForumsWorld.At(f, "2026-11-04T13:00"));
        var placed = moved.ChangeForum("F", f => f with { Place = "Åkeshovs slott; sal 1, plan 2" });
        foreach (var step in new[] { city, moved, placed, placed.ChangeForum("F", f => f with { Status = ForumStatus.Cancelled }) })
        {
            await world.ImportAsync(step);
            await world.RunAsync();
        }

        var mails = world.Sent();
        Assert.Equal([ForumKinds.Invitation, ForumKinds.Changed, ForumKinds.Changed, ForumKinds.Cancelled], mails.Select(m => m.Kind));
        return [.. mails.Select(m => Assert.Single(m.Attachments!)).Select(Alternative)];
    }

    private static string Alternative(MailAttachment file)
    {
        Assert.Equal(("invite.ics", "text/calendar", true), (file.Name, file.MediaType, file.IsAlternative));
        return file.Text;
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed record Read(
        string Method, string Uid, int Sequence, string Zone, string Status, string Local, string Starts, string Ends, string Place, string Summary,
        string? Description, string Organizer, string OrganizerName, IReadOnlyList<string> Attendees, IReadOnlyList<string> Rsvp, IReadOnlyList<string> Alarms);
}
