using Microsoft.Playwright;
using Notify.Browser.Tests.Walk;
using Notify.Browser.Tests.World;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Xunit;

namespace Notify.Browser.Tests.Forms;

/// <summary>Every form works in a browser whose script is turned off.</summary>
public sealed class ScriptOffTests(Chromium chromium, PreparedCity city)
{
    [Fact]
    public Task A_school_confirms_its_contact() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(ContactKinds.Changed, "button[value=confirm]"));
        await page.ClickAsync("button[value=confirm]");
        await SaysDoneAsync(page);
        Assert.Equal(0, await page.Locator("button[value=confirm]").CountAsync());
    });

    [Fact]
    public Task A_school_says_that_its_details_are_wrong_and_is_told_when_the_address_is_none() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(ContactKinds.Changed, "button[value=propose]"));
        await page.FillAsync("#name", "Vilma Ek");
        await page.FillAsync("#email", "ny.rektor@skola.example");
        await page.ClickAsync("button[value=propose]");
        await SaysDoneAsync(page);

        await page.FillAsync("#name", "Vilma Ek");
        await page.FillAsync("#email", "ingen@adress");
        await page.ClickAsync("button[value=propose]");
        Assert.Equal(1, await page.Locator("[role=alert]").CountAsync());
        Assert.Equal("ingen@adress", await page.InputValueAsync("#email"));
    });

    [Fact]
    public Task A_steering_group_answers_about_its_agreement() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(AgreementKinds.Reminder, "main > form.answer"));
        await page.CheckAsync("#revised");
        await page.FillAsync("#next", "2027-03-15");
        await page.FillAsync("#name", "Robin Åkerhielm");
        await page.ClickAsync("button[value=answer]");
        await SaysDoneAsync(page);
        Assert.Contains("2027-03-15", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_school_answers_an_invitation_with_the_names_of_those_who_come() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(ForumKinds.Invitation, "main:not(:has(.settled)) form.answer"));
        await page.CheckAsync("#yes");
        await page.FillAsync("#names", "Kim Ekdahl, skolkurator\nAlex Lindvall");
        await page.FillAsync("#message", "Finns det hörslinga?");
        await page.ClickAsync("button[value=answer]");
        await SaysDoneAsync(page);
        Assert.Contains("Kim Ekdahl", await page.InputValueAsync("#names"), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_school_confirms_support_material() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(MaterialKinds.Published, "button[value=confirm]"));
        await page.ClickAsync("button[value=confirm]");
        await SaysDoneAsync(page);
        Assert.Equal(0, await page.Locator("button[value=confirm]").CountAsync());
    });

    [Fact]
    public Task A_questionnaire_is_saved_in_parts() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.LinkAsync(FollowUpKinds.Open, "form.statements"));
        await page.Locator(".scale").First.Locator("input").First.CheckAsync();
        await page.ClickAsync("button[value=save]");
        await SaysDoneAsync(page);
        foreach (var scale in await page.Locator(".scale").AllAsync())
        {
            await scale.Locator("input").Nth(2).CheckAsync();
        }

        await page.ClickAsync("button[value=save]");
        await SaysDoneAsync(page);
        Assert.Equal(await page.Locator(".scale").CountAsync(), await page.Locator(".scale input:checked").CountAsync());
    });

    [Fact]
    public Task A_job_is_run_now_and_what_the_queue_gave_up_is_run_again() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync("/jobs");
        await page.ClickAsync("button[value=agreements]");
        await SaysDoneAsync(page);
        Assert.Equal(["agreements"], portal.Woken.Jobs);
        await page.ClickAsync("button[value=replay]");
        await SaysDoneAsync(page);
        Assert.Equal(0, await page.Locator("#dead").CountAsync());
    });

    [Fact]
    public Task A_mail_is_held_released_and_sent_now() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.PageAsync("/notifications?state=queued", "button[value=hold]"));
        await PressAsync(page, "hold");
        await PressAsync(page, "release");
        await PressAsync(page, "now");
        Assert.Equal("deliver deliver", string.Join(' ', portal.Woken.Jobs));
    });

    [Fact]
    public Task A_school_is_ticked_off_the_call_list_with_a_note() => InAsync(async (_, page) =>
    {
        await page.GotoAsync("/");
        var first = page.Locator(".calls li").First;
        var school = await first.Locator(".name").GetAttributeAsync("href");
        await first.Locator("input[name=note]").FillAsync("Talade med rektorn.");
        await first.Locator("button[value=done]").ClickAsync();
        await SaysDoneAsync(page);
        await page.GotoAsync(school!);
        Assert.Equal("Talade med rektorn.", await page.Locator("form:has(button[value=reopen]) input[name=note]").First.InputValueAsync());
    });

    [Fact]
    public Task Attendance_is_recorded() => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(await portal.PageAsync("/forums", "form.attendance"));
        var wasThere = await page.Locator(".came input:checked").CountAsync();
        var absent = page.Locator(".came:has(input[type=checkbox]:not(:checked))").First;
        var school = await absent.Locator("input[type=checkbox]").GetAttributeAsync("value");
        await page.CheckAsync($"#came-{school}");
        await page.FillAsync($"[name=persons-{school}]", "3");
        await page.ClickAsync("button[value=record]");
        await SaysDoneAsync(page);
        Assert.Equal(wasThere + 1, await page.Locator(".came input:checked").CountAsync());
        Assert.Equal("3", await page.InputValueAsync($"[name=persons-{school}]"));
    });

    [Theory]
    [InlineData("/contacts")]
    [InlineData("/agreements")]
    [InlineData("/forums")]
    [InlineData("/followups")]
    [InlineData("/notifications")]
    public Task A_list_is_filtered_and_the_choice_stands_in_its_address(string list) => InAsync(async (portal, page) =>
    {
        await page.GotoAsync(list + "?lang=en");
        var choices = await page.Locator("form[method=get] select").AllAsync();
        Assert.NotEmpty(choices);
        foreach (var (place, choice) in choices.Index())
        {
            await choice.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.ClickAsync("form[method=get] button");
            Assert.Contains($"{await choice.GetAttributeAsync("name")}={Uri.EscapeDataString(await choice.InputValueAsync())}", page.Url, StringComparison.Ordinal);
            Assert.Contains("lang=en", page.Url, StringComparison.Ordinal);
            Assert.True(await page.Locator("h1").CountAsync() == 1, $"{page.Url} is no list");
        }
    });

    private static async Task PressAsync(IPage page, string button)
    {
        await page.ClickAsync($"button[value={button}]");
        await SaysDoneAsync(page);
    }

    private static async Task SaysDoneAsync(IPage page) => Assert.Equal(1, await page.Locator(".notice.good[role=status]").CountAsync());

    [Fact]
    public Task A_register_is_imported_after_its_errors_were_seen_and_the_import_is_taken_back() => InAsync(async (_, page) =>
    {
        await page.GotoAsync("/import");
        await page.SetInputFilesAsync("#files", RegisterUpload.Wrong);
        await page.ClickAsync("button[value=upload]");
        Assert.True(await page.Locator(".cell-error").CountAsync() >= 3);
        await page.SetInputFilesAsync("#files", RegisterUpload.Right);
        await page.ClickAsync("button[value=upload]");
        await page.ClickAsync("button[value=apply]");
        await SaysDoneAsync(page);

        await page.GotoAsync("/import");
        await page.ClickAsync("button[value=undo]");
        await page.ClickAsync("button[value=apply]");
        await SaysDoneAsync(page);
    });

    [Fact]
    public Task A_wording_is_refused_with_the_reason_then_saved_and_taken_back() => InAsync(async (_, page) =>
    {
        await page.GotoAsync("/templates/contact-changed/sv/edit");
        var ours = await page.InputValueAsync("#text");
        await page.FillAsync("#text", ours + "\n{{ hemligt }}\n");
        await page.ClickAsync("form:has(#text) button.main");
        Assert.Contains("hemligt", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await page.Locator("[aria-invalid=true]").CountAsync() > 0);

        await page.FillAsync("#text", ours + "\nVarma hälsningar\n");
        await page.ClickAsync("button[formaction]");
        Assert.Contains("Varma hälsningar", await page.FrameLocator("iframe.phone").Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("form:has(#text) button.main");
        await SaysDoneAsync(page);

        await page.ClickAsync("form[action*='/revert'] button");
        await SaysDoneAsync(page);
    });

    private async Task InAsync(Func<CityPortal, IPage, Task> test)
    {
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { JavaScriptEnabled = false });
        await test(portal, watched.Page);
        Assert.DoesNotContain(watched.Findings(), f => !Watched.IsRefusedForm(f));
    }
}
