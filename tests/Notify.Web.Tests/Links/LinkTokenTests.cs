using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Store;
using Notify.Web.Links;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Links;

public sealed class LinkTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly LinkToken _token = new(LinkPurpose.Receipt, DistrictCode.Parse("BROMMA"), "school:98000001", 7, Now.AddDays(400));

    private ILinkTokens Process(IRecordStore store) => new ServiceCollection()
        .AddLogging().AddSingleton(store).AddSingleton<TimeProvider>(_clock).AddNotifyLinks().BuildServiceProvider().GetRequiredService<ILinkTokens>();

    [Fact]
    public void A_token_says_what_it_was_made_for_and_is_safe_in_a_url()
    {
        var tokens = Process(new InMemoryRecordStore());

        var text = tokens.Protect(_token);

        Assert.Equal(_token, tokens.Open(text).Usable);
        Assert.StartsWith("receipt.", text);
        Assert.Equal(text, Uri.EscapeDataString(text));
        Assert.InRange(text.Length, 1, 400);
        Assert.DoesNotContain("98000001", text);
    }

    [Fact]
    public void A_token_made_by_one_process_opens_in_another_on_the_same_store_only()
    {
        var store = new InMemoryRecordStore();
        var text = Process(store).Protect(_token);

        Assert.Equal(_token, Process(store).Open(text).Usable);
        Assert.Null(Process(new InMemoryRecordStore()).Open(text).Token);
    }

    [Fact]
    public void A_token_expires_by_the_injected_clock_and_then_still_says_what_it_was()
    {
        var tokens = Process(new InMemoryRecordStore());
        var text = tokens.Protect(_token);
        _clock.SetUtcNow(_token.Expires.AddTicks(-1));
        Assert.Equal(_token, tokens.Open(text).Usable);
        _clock.SetUtcNow(_token.Expires);

        var reading = tokens.Open(text);

        Assert.True(reading.IsExpired);
        Assert.Null(reading.Usable);
        Assert.Equal(_token, reading.Token);
    }

    [Theory]
    [InlineData("2001-01-01")]
    [InlineData("2090-01-01")]
    public void In_a_rehearsal_far_from_today_tokens_are_made_and_open(string now)
    {
        var rehearsal = new FakeTimeProvider(DateTimeOffset.Parse(now + "T09:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var store = new InMemoryRecordStore();
        ILinkTokens tokens = new ServiceCollection()
            .AddLogging().AddSingleton<IRecordStore>(store).AddSingleton<TimeProvider>(rehearsal).AddNotifyLinks()
            .BuildServiceProvider().GetRequiredService<ILinkTokens>();
        var token = _token with { Expires = rehearsal.GetUtcNow().AddDays(30) };

        Assert.Equal(token, tokens.Open(tokens.Protect(token)).Usable);
    }

    [Fact]
    public void A_token_for_one_purpose_opens_for_no_other()
    {
        var tokens = Process(new InMemoryRecordStore());
        var text = tokens.Protect(_token);

        Assert.Null(tokens.Open("questionnaire." + text["receipt.".Length..]).Token);
    }

    [Fact]
    public void No_text_whatever_makes_it_throw_or_open()
    {
        var tokens = Process(new InMemoryRecordStore());
        var real = tokens.Protect(_token);
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => tokens.Open(text ?? "").Token is null && tokens.Open("receipt." + text).Token is null));
        Check.QuickThrowOnFailure(Prop.ForAll<int, char>((at, c) =>
        {
            var i = Math.Abs(at % real.Length);
            var changed = real[..i] + c + real[(i + 1)..];
            return changed == real || tokens.Open(changed).Token is null;
        }));
        Assert.Null(tokens.Open(new string('A', 10_000_000)).Token);
        Assert.Null(tokens.Open(real + new string('A', 4)).Token);
    }

    [Fact]
    public void Of_two_processes_that_start_at_once_one_makes_the_key_of_both()
    {
        var store = new InMemoryRecordStore();
        var (one, other) = (new RecordStoreXmlRepository(store), new RecordStoreXmlRepository(store));
        Assert.Empty(one.GetAllElements());
        Assert.Empty(other.GetAllElements());

        one.StoreElement(new XElement("key", "1"), "key-1");
        other.StoreElement(new XElement("key", "2"), "key-2");

        Assert.Equal("1", Assert.Single(other.GetAllElements()).Value);
        other.StoreElement(new XElement("key", "3"), "key-3");
        Assert.Equal(2, one.GetAllElements().Count);
    }

    [Fact]
    public void A_store_that_cannot_be_reached_is_an_error_and_no_forged_token()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        var text = Process(store).Protect(_token);
        var other = Process(store);
        store.IsDown = true;

        Assert.ThrowsAny<IOException>(() => other.Open(text));
    }
}
