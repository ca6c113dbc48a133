using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Succession;

/// <summary>The law of a merger, over random registers: no school is mailed more than once, and none whose contacts are as they were.</summary>
public sealed class MergerPropertyTests
{
    private static readonly Gen<Merger> Mergers =
        from register in RegisterGen.Register.Where(r => r.Districts!.Count > 1)
        from old in Gen.Elements<District>(register.Districts!)
        from heir in Gen.Elements<District>(register.Districts!.Where(d => d != old))
        let both = register.Contacts!.Where(c => c.District == old.Code || c.District == heir.Code).ToList()
        let own = register.Assignments!.Where(a => a.District == old.Code).ToList()
        from changed in Gen.SubListOf<Assignment>(own)
        from contacts in Gen.CollectToList(changed, _ => Gen.Elements<Contact>(both))
        from isWatchFirst in Gen.Elements(true, false)
        select new Merger(register, old.Code, heir.Code, [.. changed.Zip(contacts)], isWatchFirst);

    [Fact]
    public void A_merger_sends_at_most_one_mail_to_a_school_and_none_where_the_contacts_are_the_same() =>
        Prop.ForAll(Arb.From(Mergers), merger => Task.Run(() => HoldsAsync(merger)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static async Task HoldsAsync(Merger merger)
    {
        await using var world = new ContactsWorld("2026-03-02T08:00");
        await world.ImportAsync(merger.Register);
        await world.RunAsync();
        await world.ImportFilesAsync(merger.After, allow: true);
        world.At("2026-03-02T09:00");
        await (merger.IsWatchFirst ? world.RunAsync() : world.DeliverAsync());
        await world.RunAsync();
        world.At("2026-03-02T10:00");
        await world.RunAsync();

        var told = world.Sent().Where(m => m.Kind is ContactKinds.Changed or ContactKinds.Introduced or ContactKinds.Fallback)
            .Select(m => m.To[0].Domain["skola".Length..^".example".Length]).ToList();
        Assert.Equal(told.Distinct(), told);
        Assert.Subset(merger.Changed.Select(c => c.First.School.ToString()).ToHashSet(), told.ToHashSet());
        var rows = (await world.Get<ContactsReader>().ReadAsync(merger.Heir, TestContext.Current.CancellationToken))!.Schools;
        Assert.All(rows.Where(r => r.Present.IsReachable() && told.Contains(r.School.Code.ToString())), r => Assert.True(r.IsTold));
        var both = merger.Register.Schools!.Where(s => s.Districts.Any(d => d == merger.Old || d == merger.Heir));
        Assert.Equal(both.Select(s => s.Code.ToString()).Order(StringComparer.Ordinal), rows.Select(r => r.School.Code.ToString()).Order(StringComparer.Ordinal));
    }

    /// <param name="Changed">Assignments of the old district with the contact that takes each over.</param>
    private sealed record Merger(
        RegisterContent Register, DistrictCode Old, DistrictCode Heir, IReadOnlyList<(Assignment First, Contact Second)> Changed, bool IsWatchFirst)
    {
        public RegisterBuilder After => RegisterBuilder.From(Register with
        {
            Assignments =
            [
                .. Register.Assignments!.Select(a => Changed.FirstOrDefault(c => c.First == a) is { Second: { } contact } ? a with { Contact = contact.Id, District = contact.District } : a)
                    .DistinctBy(RegisterTables.KeyOf),
            ],
        }).Merged(Old.ToString(), Heir.ToString());
    }
}
