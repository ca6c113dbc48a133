using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>The state diagram of DESIGN "Notifications" as one table: what becomes of a notification in each state by each event.</summary>
public sealed class DeliveryPolicyTableTests
{
    // A dash: refused, and so unchanged. The columns of a claim's holder assume that the claim is still held by him.
    private const string Diagram = """
                     planned     queued      sending    accepted   delivered  bounced    failed  superseded  expired  suppressed  held        cancelled
        queue        queued      -           -          -          -          -          -       -           -        -           -           -
        claim        -           sending     -          -          -          -          -       -           -        -           -           -
        give-back    -           -           queued     -          -          -          -       -           -        -           -           -
        accepted     -           accepted    accepted   -          -          -          -       -           -        -           accepted    -
        permanent    -           -           failed     -          -          -          -       -           -        -           -           -
        transient    -           -           queued     -          -          -          -       -           -        -           -           -
        exhausted    -           -           failed     -          -          -          -       -           -        -           -           -
        throttled    -           -           queued     -          -          -          -       -           -        -           -           -
        taken        -           -           accepted   -          -          -          -       -           -        -           -           -
        not-taken    -           -           queued     -          -          -          -       -           -        -           -           -
        unknown      -           -           queued     -          -          -          -       -           -        -           -           -
        unanswered   -           -           sending    -          -          -          -       -           -        -           -           -
        awaited      -           -           -          -          -          -          -       -           -        -           -           -
        not-told     -           -           queued     -          -          -          -       -           -        -           -           -
        too-late     -           expired     -          -          -          -          -       -           -        -           expired     -
        supersede    superseded  superseded  -          -          -          -          -       -           -        -           superseded  -
        suppress     -           suppressed  -          -          -          -          -       -           -        -           -           -
        dead         -           suppressed  -          -          -          -          -       -           -        -           -           -
        processed    -           accepted    accepted   -          -          -          accepted -          -        -           accepted    -
        delivered    -           delivered   delivered  delivered  -          delivered  delivered -         -        -           delivered   -
        bounced      -           -           bounced    bounced    delivered  bounced    bounced -           -        -           -           -
        bounced-now  -           bounced     bounced    bounced    delivered  bounced    bounced -           -        -           bounced     -
        bounced-then -           -           -          -          -          -          -       -           -        -           -           -
        blocked      -           -           bounced    bounced    -          -          bounced -           -        -           -           -
        dropped      -           -           bounced    bounced    delivered  bounced    bounced -           -        -           -           -
        spam         -           -           delivered  delivered  delivered  delivered  delivered -         -        -           -           -
        hold         -           held        -          -          -          -          -       -           -        -           -           -
        release      -           -           -          -          -          -          -       -           -        -           queued      -
        cancel       -           cancelled   -          -          -          -          -       -           -        -           cancelled   -
        retry        -           -           -          -          -          queued     queued  -           -        queued      -           queued
        """;

    private static readonly DateTimeOffset Now = Sample.Monday;
    private static readonly Claim Claim = new("p1", Now, Now.AddMinutes(5));
    private static readonly TimeSpan ReconcileAfter = TimeSpan.FromHours(2);
    private static readonly WorkingCalendar Calendar = new(new SendWindowOptions());

    private static readonly Dictionary<string, Func<Notification, Move>> Events = new()
    {
        ["queue"] = n => DeliveryPolicy.Queue(n, Now),
        ["claim"] = n => DeliveryPolicy.Claim(n, "p1", "v1", TimeSpan.FromMinutes(5), Now),
        ["give-back"] = n => DeliveryPolicy.GiveBack(n, Claim, "stopping", Now),
        ["accepted"] = n => DeliveryPolicy.Record(n, Claim, new SendOutcome.Accepted("x", []), Calendar, Now),
        ["permanent"] = n => DeliveryPolicy.Record(n, Claim, new SendOutcome.Permanent("550"), Calendar, Now),
        ["transient"] = n => DeliveryPolicy.Record(n, Claim, new SendOutcome.Transient("421"), Calendar, Now),
        ["exhausted"] = n => DeliveryPolicy.Record(n with { Attempts = 8 }, Claim, new SendOutcome.Transient("421"), Calendar, Now),
        ["throttled"] = n => DeliveryPolicy.Record(n, Claim, new SendOutcome.Throttled(TimeSpan.FromMinutes(2)), Calendar, Now),
        ["taken"] = n => Reconcile(n, Reconciliation.Taken, false, Claim.Until),
        ["not-taken"] = n => Reconcile(n, Reconciliation.NotTaken, true, Now),
        ["unknown"] = n => Reconcile(n, Reconciliation.Unknown, true, Now),
        ["unanswered"] = n => DeliveryPolicy.Record(n, Claim, new SendOutcome.Unanswered("reset"), Calendar, Now),
        ["awaited"] = n => Reconcile(n, Reconciliation.EventAwaited, true, Claim.At + ReconcileAfter - TimeSpan.FromTicks(1)),
        ["not-told"] = n => Reconcile(n, Reconciliation.EventAwaited, true, Claim.At + ReconcileAfter),
        ["too-late"] = n => DeliveryPolicy.Expire(n with { Expires = Now }, Now),
        ["supersede"] = n => DeliveryPolicy.Supersede(n, Now, "a newer truth"),
        ["suppress"] = n => DeliveryPolicy.LeaveOut(n, _ => new(RecipientOutcome.Suppressed, "trial mode"), Now),
        ["dead"] = n => DeliveryPolicy.LeaveOut(n, _ => new(RecipientOutcome.Dead, "550"), Now),
        ["processed"] = n => Told(n, ProviderEventKind.Processed),
        ["delivered"] = n => Told(n, ProviderEventKind.Delivered),
        ["bounced"] = n => Told(n, ProviderEventKind.Bounced),
        ["bounced-now"] = n => Told(n, ProviderEventKind.Bounced, "present"),
        ["bounced-then"] = n => Told(n, ProviderEventKind.Bounced, "former"),
        ["blocked"] = n => Told(n, ProviderEventKind.Blocked),
        ["dropped"] = n => Told(n, ProviderEventKind.Dropped),
        ["spam"] = n => Told(n, ProviderEventKind.SpamReport),
        ["hold"] = n => DeliveryPolicy.Hold(n, "anna", Now),
        ["release"] = n => DeliveryPolicy.Release(n, "anna", Now),
        ["cancel"] = n => DeliveryPolicy.Cancel(n, "anna", Now),
        ["retry"] = n => DeliveryPolicy.Retry(n, "anna", Calendar, Now),
    };

    /// <summary>Every cell of the table.</summary>
    public static TheoryData<string, string, string> Cells()
    {
        var lines = Diagram.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in lines.Skip(1))
        {
            for (var i = 0; i < lines[0].Length; i++)
            {
                cells.Add(row[0], lines[0][i], row[i + 1]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_event_does_in_every_state_what_the_diagram_says(string happening, string state, string expected)
    {
        var before = In(Enum.Parse<NotificationState>(state, ignoreCase: true));

        var move = Events[happening](before);

        if (expected == "-")
        {
            Assert.NotNull(move.Refusal);
            Assert.Null(move.Next);
            return;
        }

        Assert.Equal(expected, move.Next!.State.ToString(), ignoreCase: true);
        Assert.Equal(move.Next.State, move.Next.History[^1].State);
        Assert.True(move.Next.History.Count > before.History.Count);
        Assert.Equal(move.Next.State is NotificationState.Sending, move.Next.Claim is not null);
        Assert.Equal(before.Id, move.Next.Id);
    }

    [Fact]
    public void The_table_names_every_state_and_every_event_once()
    {
        var cells = Cells().Select(c => c.Data).ToList();
        Assert.Equal(Enum.GetValues<NotificationState>().Length * Events.Count, cells.Count);
        Assert.Equal(cells.Count, cells.Select(c => (c.Item1, c.Item2)).Distinct().Count());
    }

    private static Move Reconcile(Notification notification, Reconciliation found, bool isGone, DateTimeOffset now) =>
        DeliveryPolicy.Reconcile(notification, notification.Claim, found, isGone, ReconcileAfter, Calendar, now);

    private static Move Told(Notification notification, ProviderEventKind kind, string? messageId = null) =>
        DeliveryPolicy.Told(notification, [new(notification.Id, Sample.School, kind, Now, messageId, "why")], Now);

    private static Notification In(NotificationState state)
    {
        var outcome = state switch
        {
            NotificationState.Accepted => RecipientOutcome.Accepted,
            NotificationState.Delivered => RecipientOutcome.Delivered,
            NotificationState.Bounced => RecipientOutcome.Bounced,
            NotificationState.Failed => RecipientOutcome.Failed,
            NotificationState.Suppressed => RecipientOutcome.Suppressed,
            _ => RecipientOutcome.Waiting,
        };
        return Sample.Notification() with
        {
            State = state,
            Attempts = 1,
            Recipients = [new(Sample.School, outcome)],
            Claim = state is NotificationState.Sending ? Claim : null,
            ProviderId = "present",
            FormerProviderIds = ["former"],
        };
    }
}
