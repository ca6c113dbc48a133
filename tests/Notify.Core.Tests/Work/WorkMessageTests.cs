using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Work;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Work;

public sealed class WorkMessageTests
{
    private static readonly DistrictCode Bromma = Sample.District;

    [Fact]
    public void Work_is_read_back_as_it_was_written()
    {
        WorkItem[] items = [new("contacts", Bromma), new("deliver", Bromma, Sample.Notification().Id)];

        Assert.Equal(items, items.Select(i => WorkItem.Read(i.Write())));
        Assert.Equal("""{"job":"contacts","district":"BROMMA"}""", items[0].Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"district":"BROMMA"}""")]
    [InlineData("""{"job":"","district":"BROMMA"}""")]
    [InlineData("""{"job":"deliver","notification":"BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"job":"contacts","district":"bro mma"}""")]
    [InlineData("""{"job":7,"district":"BROMMA"}""")]
    [InlineData("""{"job":"contacts","district":"BROMMA""")]
    public void What_is_no_work_is_none(string message) => Assert.Null(WorkItem.Read(message));

    [Fact]
    public void A_retry_is_never_a_repeat_of_the_attempt_before_nor_of_another_mail()
    {
        var first = Sample.Notification() with { Attempts = 1, NotBefore = Sample.Monday };
        Notification[] later = [first with { Attempts = 2 }, first with { NotBefore = Sample.Monday.AddMinutes(1) }, Sample.Notification(2) with { Attempts = 1 }];

        Assert.All(later, other => Assert.NotEqual(WorkMessage.Attempt(first).Id, WorkMessage.Attempt(other).Id));
        Assert.Equal(WorkMessage.Attempt(first).Id, WorkMessage.Attempt(first with { Language = Core.Register.Language.English }).Id);
        Assert.Equal($"deliver|{first.Id}|1|20260302T090000000Z", WorkMessage.Attempt(first).Id);
        Assert.Equal(Sample.Monday, WorkMessage.Attempt(first).NotBefore);
    }

    [Fact]
    public void What_somebody_asks_for_is_done_as_often_as_it_is_asked_for()
    {
        var item = new WorkItem("contacts", Bromma);

        Assert.NotEqual(WorkMessage.Asked(item, "a").Id, WorkMessage.Asked(item, "b").Id);
        Assert.NotEqual(WorkMessage.Asked(item, "a").Id, WorkMessage.Tick("contacts", Bromma, Sample.Monday).Id);
    }

    [Fact]
    public void A_tick_is_the_same_within_half_a_minute_and_another_for_another_job_and_district()
    {
        var tick = WorkMessage.Tick("contacts", Bromma, Sample.Monday);

        Assert.Equal("contacts|BROMMA|20260302T0900Z", tick.Id);
        Assert.Equal(tick.Id, WorkMessage.Tick("contacts", Bromma, Sample.Monday.AddSeconds(-30)).Id);
        Assert.Equal(tick.Id, WorkMessage.Tick("contacts", Bromma, Sample.Monday.AddSeconds(29.9)).Id);
        Assert.NotEqual(tick.Id, WorkMessage.Tick("contacts", Bromma, Sample.Monday.AddMinutes(1)).Id);
        Assert.NotEqual(tick.Id, WorkMessage.Tick("deliver", Bromma, Sample.Monday).Id);
        Assert.NotEqual(tick.Id, WorkMessage.Tick("contacts", DistrictCode.Parse("FARSTA"), Sample.Monday).Id);
    }

    [Fact]
    public void What_falls_due_together_calls_once_and_never_too_early()
    {
        var due = Sample.Monday.AddSeconds(3.5);

        Assert.Equal(Sample.Monday.AddSeconds(10), WorkMessage.Due(Bromma, due).NotBefore);
        Assert.Equal(WorkMessage.Due(Bromma, due), WorkMessage.Due(Bromma, Sample.Monday.AddSeconds(10)));
        Assert.NotEqual(WorkMessage.Due(Bromma, due).Id, WorkMessage.Due(Bromma, Sample.Monday.AddSeconds(10.1)).Id);
        Assert.Equal(Sample.Monday, WorkMessage.Due(Bromma, Sample.Monday).NotBefore);
    }

    [Fact]
    public void No_id_is_longer_than_the_queue_takes()
    {
        var longest = DistrictCode.Parse("ABCDEFGHIJKL");
        var id = NotificationId.Of(longest, "kind", "subject", 1, [Sample.School], Sample.Notification().Values);
        var notification = Sample.Notification() with { Id = id, District = longest, Attempts = int.MaxValue };

        Assert.InRange(WorkMessage.Attempt(notification).Id.Length, 1, 128);
        Assert.InRange(WorkMessage.Asked(new("deliver", longest, id), new string('f', 16)).Id.Length, 1, 128);
    }
}
