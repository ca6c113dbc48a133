using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Succession;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Succession;

/// <summary>ALVSJO has the schools 1 to 3 and goes up in FARSTA, which has the schools 3 and 4.</summary>
public sealed class MergedContactsTests : IAsyncLifetime
{
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("ALVSJO").Contact("anna").Contact("bertil")
        .School("99000001").Assign("anna")
        .School("99000002").Assign("anna").Assign("bertil", AssignmentRole.Deputy)
        .School("99000003").Assign("bertil")
        .District("FARSTA").Contact("cecilia").Contact("david")
        .School("99000003").Assign("cecilia")
        .School("99000004").Assign("cecilia");

    private static readonly RegisterBuilder Merged = City.Merged("ALVSJO", "FARSTA");

    private readonly ContactsWorld _world = new("2026-03-02T10:00");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        Assert.Empty(_world.Sent());
        _world.At("2026-03-03T10:00");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_school_that_keeps_its_contact_hears_nothing_and_neither_does_the_contact()
    {
        Assert.False((await _world.ImportFilesAsync(Merged)).IsHeld);
        await RunAsync("2026-03-03T11:00", "2026-03-10T11:00");

        Assert.Empty(_world.Sent());
        Assert.True((await _world.SchoolAsync("99000001", "FARSTA")).IsTold);
    }

    [Fact]
    public async Task A_school_that_gets_another_contact_gets_one_mail_from_the_successor_that_says_whom_it_replaces()
    {
        await _world.ImportFilesAsync(Merged.District("FARSTA").Unassign("anna", "99000001").Assign("david", school: "99000001"));
        await RunAsync("2026-03-03T11:00", "2026-03-10T11:00");

        var sent = _world.Sent();
        var mail = Assert.Single(sent, m => m.To.Any(t => t.Domain.StartsWith("skola", StringComparison.Ordinal)) && m.Kind != "contact-receipt-reminder");
        Assert.Equal(("contact-changed", "FARSTA"), (mail.Kind, mail.District.ToString()));
        Assert.Contains("David", mail.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Anna är inte längre", mail.Content.Text, StringComparison.Ordinal);
        Assert.Equal(["anna@alvsjo.example", "david@farsta.example"], sent.Where(m => m.Kind == "contact-assigned").Select(m => m.To.Single().ToString()).Order());
    }

    [Fact]
    public async Task A_school_that_both_had_and_keeps_both_contacts_hears_nothing()
    {
        await _world.ImportFilesAsync(Merged);
        await RunAsync("2026-03-03T11:00");

        Assert.Equal(["Bertil", "Cecilia"], (await _world.SchoolAsync("99000003", "FARSTA")).State.Known.Holders.Select(h => h.Name).Order());
        Assert.Empty(_world.Sent());
    }

    [Fact]
    public async Task A_school_that_both_had_is_not_mailed_because_the_contact_of_the_closed_one_leaves_with_it()
    {
        await _world.ImportFilesAsync(Merged.Unassign("bertil", "99000003"));
        await RunAsync("2026-03-03T11:00");

        Assert.DoesNotContain(_world.Sent(), m => m.Kind != "contact-assigned");
    }

    [Fact]
    public async Task A_mail_of_the_closed_district_that_waits_is_withdrawn_and_its_news_is_told_by_the_successor_in_one_mail()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        await _world.Get<ContactsJob>().RunAsync(DistrictCode.Parse("ALVSJO"), Ct);
        var waiting = Assert.Single(await _world.WaitingAsync("ALVSJO"), m => m.Kind == "contact-changed");

        await _world.ImportFilesAsync(Merged.Replace("anna", "bertil", "99000001"));
        await RunAsync("2026-03-03T11:00");

        var old = (await _world.Get<NotificationReader>().FindAsync(waiting.Id, Ct))!;
        Assert.Equal(NotificationState.Superseded, old.State);
        Assert.Contains("merged", old.History[^1].Detail, StringComparison.Ordinal);
        var mail = Assert.Single(_world.Sent(), m => m.Kind == "contact-changed");
        Assert.Equal("FARSTA", mail.District.ToString());
    }

    [Fact]
    public async Task Delivery_alone_sends_nothing_of_a_district_that_has_been_merged()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        await _world.Get<ContactsJob>().RunAsync(DistrictCode.Parse("ALVSJO"), Ct);
        await _world.ImportFilesAsync(Merged.Replace("anna", "bertil", "99000001"));
        _world.At("2026-03-03T12:00");

        await _world.DeliverAsync();

        Assert.DoesNotContain(_world.Sent(), m => m.District.ToString() == "ALVSJO");
        Assert.Empty(await _world.WaitingAsync("ALVSJO"));
    }

    [Fact]
    public async Task A_receipt_stays_given_and_a_reminder_that_went_is_not_sent_again()
    {
        await TellAsync("99000001");
        await TellAsync("99000002");
        await ConfirmAsync("ALVSJO", "99000001");
        await RunAsync("2026-03-11T10:00");
        Assert.Equal(["99000002"], _world.Sent().Where(m => m.Kind == "contact-receipt-reminder").Select(SchoolOf));

        await _world.ImportFilesAsync(Merged);
        await RunAsync("2026-03-11T11:00", "2026-03-12T10:00");

        Assert.Empty(_world.Sent());
        Assert.True((await _world.SchoolAsync("99000001", "FARSTA")).IsConfirmed);
        Assert.False((await _world.SchoolAsync("99000002", "FARSTA")).IsConfirmed);
        await RunAsync("2026-03-18T10:00");
        Assert.Equal(CallReason.NoReceipt, Assert.Single((await ContactsAsync("FARSTA")).Calls).Reason);
    }

    [Fact]
    public async Task A_line_of_the_call_list_goes_over_once_and_is_taken_off_there()
    {
        await TellAsync("99000002");
        await RunAsync("2026-03-11T10:00", "2026-03-18T10:00");
        Assert.Single((await ContactsAsync("ALVSJO")).Calls);

        await _world.ImportFilesAsync(Merged);
        await RunAsync("2026-03-18T11:00");
        Assert.StartsWith("FARSTA-", Assert.Single((await ContactsAsync("FARSTA")).Calls).Id, StringComparison.Ordinal);

        await ConfirmAsync("FARSTA", "99000002");
        await RunAsync("2026-03-18T12:00");
        Assert.True(Assert.Single((await ContactsAsync("FARSTA")).Calls).Done);
    }

    [Fact]
    public async Task A_link_that_the_closed_district_sent_confirms_at_the_successor_also_before_any_watch_has_run()
    {
        await TellAsync("99000001");
        await _world.ImportFilesAsync(Merged);

        var view = await _world.Get<ContactReceipts>().ConfirmAsync(await LinkAsync("ALVSJO", "99000001"), Ct);

        Assert.True(view!.IsConfirmed);
        Assert.Equal("FARSTA", view.District.Code.ToString());
        Assert.True((await _world.SchoolAsync("99000001", "FARSTA")).IsConfirmed);
    }

    [Fact]
    public async Task A_link_to_a_school_that_both_had_confirms_nothing_by_itself_and_shows_who_is_its_contact_now()
    {
        await _world.ImportAsync(City.Replace("bertil", "anna", "99000003").Replace("cecilia", "david", "99000003"));
        await RunAsync("2026-03-03T11:00");
        await _world.ImportFilesAsync(Merged.Replace("bertil", "anna", "99000003").Replace("cecilia", "david", "99000003"));
        var link = await LinkAsync("ALVSJO", "99000003");

        var view = await _world.Get<ContactReceipts>().ConfirmAsync(link, Ct);

        Assert.True(view is { IsOutdated: true, IsConfirmed: false });
        Assert.Contains(view!.Holders, h => h.Name == "David");
    }

    [Fact]
    public async Task Two_districts_can_go_up_in_a_new_one()
    {
        var merged = City.District("SODERORT").Merged("ALVSJO", "SODERORT").Merged("FARSTA", "SODERORT").District("SODERORT").Contact("eva")
            .Unassign("anna", "99000001").Assign("eva", school: "99000001");
        Assert.False((await _world.ImportFilesAsync(merged)).IsHeld);
        await RunAsync("2026-03-03T11:00", "2026-03-04T11:00");

        var mail = Assert.Single(_world.Sent(), m => m.Kind != "contact-assigned");
        Assert.Equal(("99000001", "SODERORT", "contact-changed"), (SchoolOf(mail), mail.District.ToString(), mail.Kind));
        Assert.Equal(["ALVSJO", "FARSTA"], (await Lineage.OfAsync(_world.Store, DistrictCode.Parse("SODERORT"), Ct)).Select(d => d.ToString()).Skip(1));
    }

    [Fact]
    public async Task What_was_merged_once_can_be_merged_again_and_its_links_still_lead_there()
    {
        await TellAsync("99000001");
        var city = City.District("SKARPNACK");
        await _world.ImportFilesAsync(city.Merged("ALVSJO", "FARSTA"));
        await RunAsync("2026-03-03T12:00");
        await _world.ImportFilesAsync(city.Merged("ALVSJO", "FARSTA").Merged("FARSTA", "SKARPNACK"));
        await RunAsync("2026-03-03T13:00");

        Assert.Empty(_world.Sent());
        Assert.True((await _world.Get<ContactReceipts>().ConfirmAsync(await LinkAsync("ALVSJO", "99000001"), Ct))!.IsConfirmed);
        Assert.Equal(["SKARPNACK", "FARSTA", "ALVSJO"], (await Lineage.OfAsync(_world.Store, DistrictCode.Parse("SKARPNACK"), Ct)).Select(d => d.ToString()));
    }

    [Fact]
    public async Task While_a_mail_of_the_closed_district_is_being_sent_the_successor_waits_and_then_knows_that_it_was_told()
    {
        await _world.ImportAsync(City.Replace("anna", "bertil", "99000001"));
        var isMerged = false;
        _world.Transport.Answer = async (mail, _) =>
        {
            if (mail.Kind == "contact-changed" && !isMerged)
            {
                isMerged = true;
                await _world.ImportFilesAsync(Merged.Replace("anna", "bertil", "99000001"));
                await _world.Get<ContactsJob>().RunAsync(DistrictCode.Parse("FARSTA"), default);
                Assert.Null(await _world.Store.FindAsync("FARSTA", SuccessionKeys.Done(DistrictCode.Parse("ALVSJO")), default));
            }

            return new SendOutcome.Accepted("provider-1", []);
        };
        await RunAsync("2026-03-03T11:00", "2026-03-03T11:05", "2026-03-03T11:30");

        Assert.True(isMerged);
        Assert.Equal("99000001", SchoolOf(Assert.Single(_world.Sent(), m => m.Kind == "contact-changed")));
        Assert.True((await _world.SchoolAsync("99000001", "FARSTA")).IsTold);
    }

    private async Task RunAsync(params string[] moments)
    {
        foreach (var moment in moments)
        {
            _world.At(moment);
            await _world.RunAsync();
        }
    }

    private async Task TellAsync(string school)
    {
        await _world.Get<ContactsCommands>().AnnounceAsync(DistrictCode.Parse("ALVSJO"), SchoolUnitCode.Parse(school), Ct);
        await _world.RunAsync();
        Assert.Equal(school, SchoolOf(Assert.Single(_world.Sent(), m => m.Kind == "contact-introduced")));
    }

    private async Task ConfirmAsync(string district, string school) =>
        Assert.True((await _world.Get<ContactReceipts>().ConfirmAsync(await LinkAsync(district, school), Ct))!.IsConfirmed);

    /// <summary>The link of what the district last told the school, as the pages behind links read it.</summary>
    private async Task<LinkToken> LinkAsync(string district, string school)
    {
        var subject = ContactsKeys.SchoolSubject(SchoolUnitCode.Parse(school));
        var state = await _world.Store.FindAsync(district, ContactsKeys.School(SchoolUnitCode.Parse(school)), Ct);
        var sequence = System.Text.Json.JsonSerializer.Deserialize(state!.Value, ContactsJson.Default.SchoolState)!.Known.Sequence;
        return await _world.Get<MovedLinks>().FollowAsync(new(LinkPurpose.Receipt, DistrictCode.Parse(district), subject, sequence, DateTimeOffset.MaxValue), Ct);
    }

    private async Task<DistrictContacts> ContactsAsync(string district) => (await _world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse(district), Ct))!;

    private static string SchoolOf(MailMessage mail) => mail.To[0].Domain["skola".Length.."skola99000001".Length];
}
