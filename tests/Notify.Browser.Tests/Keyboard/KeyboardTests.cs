using Microsoft.Playwright;
using Notify.Browser.Tests.Walk;
using Notify.Browser.Tests.World;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Xunit;

namespace Notify.Browser.Tests.Keyboard;

/// <summary>What people do here can be done with the keyboard alone, and they see where they are.</summary>
public sealed class KeyboardTests(Chromium chromium, PreparedCity city)
{
    [Theory]
    [InlineData(ContactKinds.Changed)]
    [InlineData(MaterialKinds.Published)]
    public Task A_receipt_is_given(string kind) => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync(await portal.LinkAsync(kind, "button[value=confirm]"));
        await keys.TabToAsync("button[value=confirm]");
        await keys.SendAsync();
        Assert.Equal(0, await page.Locator("button[value=confirm]").CountAsync());
    });

    [Fact]
    public Task An_agreement_is_answered() => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync((await portal.LinkAsync(AgreementKinds.Reminder, "main > form.answer")).Split('?')[0]);
        await keys.TabToAsync("[name=answer]");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.TabToAsync("#next");
        await keys.TypeAsync("03152027");
        await keys.TabToAsync("#member");
        await keys.PressAsync("ArrowDown");
        await keys.TabToAsync("button[value=answer]");
        await keys.SendAsync();
        Assert.Contains("2027-03-15", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_forum_is_answered_with_names() => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync((await portal.LinkAsync(ForumKinds.Invitation, "main:not(:has(.settled)) form.answer")).Split('?')[0]);
        await keys.TabToAsync("[name=answer]");
        await keys.PressAsync("Space");
        await keys.TabToAsync("#names");
        await keys.TypeAsync("Kim Ekdahl");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("Alex Lindvall");
        await keys.TabToAsync("button[value=answer]");
        await keys.SendAsync();
        Assert.Equal("Kim Ekdahl\nAlex Lindvall", await page.InputValueAsync("#names"));
    });

    [Fact]
    public Task A_questionnaire_is_answered() => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync(await portal.LinkAsync(FollowUpKinds.Open, "form.statements"));
        var count = await page.Locator(".scale").CountAsync();
        for (var i = 0; i < count; i++)
        {
            await keys.TabToAsync(".scale input");
            await keys.PressAsync("Space");
            await keys.PressAsync("ArrowRight");
        }

        await keys.TabToAsync("button[value=save]");
        await keys.SendAsync();
        Assert.Equal(count, await page.Locator(".scale input[value='2']:checked").CountAsync());
    });

    [Fact]
    public Task Attendance_is_recorded() => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync(await portal.PageAsync("/forums", "form.attendance"));
        var wasThere = await page.Locator(".came input:checked").CountAsync();
        await keys.TabToAsync(".came input[type=checkbox]:not(:checked)");
        await keys.PressAsync("Space");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("4");
        await keys.TabToAsync("button[value=record]");
        await keys.SendAsync();
        Assert.Equal(wasThere + 1, await page.Locator(".came input:checked").CountAsync());
    });

    [Fact]
    public Task A_mail_is_held() => InAsync(async (portal, keys, page) =>
    {
        await keys.GotoAsync(await portal.PageAsync("/notifications?state=queued", "button[value=hold]"));
        await keys.TabToAsync("button[value=hold]");
        await keys.SendAsync();
        Assert.Equal(1, await page.Locator("button[value=release]").CountAsync());
    });

    [Fact]
    public Task A_job_is_run_now() => InAsync(async (portal, keys, _) =>
    {
        await keys.GotoAsync("/jobs");
        await keys.TabToAsync("button[value=forums]");
        await keys.SendAsync();
        Assert.Equal(["forums"], portal.Woken.Jobs);
    });

    [Fact]
    public Task A_register_is_imported_after_its_errors_were_seen_and_the_import_is_taken_back() => InAsync(async (_, keys, page) =>
    {
        await keys.GotoAsync("/import");
        await keys.TabToAsync("#files");
        await page.SetInputFilesAsync("#files", RegisterUpload.Wrong);
        await keys.TabToAsync("button[value=upload]");
        await keys.SendAsync(".cell-error");
        await keys.TabToAsync("#files");
        await page.SetInputFilesAsync("#files", RegisterUpload.Right);
        await keys.TabToAsync("button[value=upload]");
        await keys.SendAsync("button[value=apply]");
        await keys.TabToAsync("button[value=apply]");
        await keys.SendAsync();

        await keys.GotoAsync("/import");
        await keys.TabToAsync("button[value=undo]");
        await keys.SendAsync("button[value=apply]");
        await keys.TabToAsync("button[value=apply]");
        await keys.SendAsync();
    });

    [Fact]
    public Task A_wording_is_refused_with_the_reason_looked_at_saved_and_taken_back() => InAsync(async (_, keys, page) =>
    {
        await keys.GotoAsync("/templates");
        await keys.TabToAsync("a[href^='/templates/contact-changed/sv']");
        await keys.SendAsync("a[href$='/edit']");
        await keys.TabToAsync("a[href$='/edit']");
        await keys.SendAsync("#text");
        await keys.TabToAsync("#text");
        await keys.PressAsync("Control+End");
        await keys.TypeAsync("\n{{ hemligt }}");
        await keys.TabToAsync("form:has(#text) button.main");
        await keys.SendAsync("[aria-invalid=true]");
        Assert.Contains("hemligt", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);

        await keys.TabToAsync("#text");
        await keys.PressAsync("Control+End");
        await keys.PressAsync("Shift+Home");
        await keys.TypeAsync("Varma hälsningar");
        await keys.TabToAsync("button[formaction]");
        await keys.SendAsync();
        Assert.Contains("Varma hälsningar", await page.InnerTextAsync("pre.mail"), StringComparison.Ordinal);
        await keys.TabToAsync("form:has(#text) button.main");
        await keys.SendAsync("form[action*='/revert']");
        await keys.TabToAsync("form[action*='/revert'] button");
        await keys.SendAsync();
        Assert.Equal(0, await page.Locator("button[name=version][value='']").CountAsync());
    });

    private async Task InAsync(Func<CityPortal, Keys, IPage, Task> test)
    {
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { Locale = "en-US" });
        await test(portal, new(watched.Page), watched.Page);
        Assert.DoesNotContain(watched.Findings(), f => !Watched.IsRefusedForm(f));
    }
}
