using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Notify.Adapters.Mime;
using Notify.Adapters.Pickup;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Xunit;

namespace Notify.Adapters.Tests.Pickup;

public sealed class PickupTransportTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("notify-pickup-").FullName, "data", "mail");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_mail_is_one_file_by_its_id_in_a_folder_made_for_it()
    {
        var (pickup, mail) = (Pickup(), MailSample.Mail());
        Assert.Equal(new SendOutcome.Accepted(null, []).ProviderId, Assert.IsType<SendOutcome.Accepted>(await pickup.SendAsync(mail, Ct)).ProviderId);

        Assert.Equal([$"{mail.Id}.eml"], Files());
        Assert.Equal(MimeComposer.Write(mail), await File.ReadAllBytesAsync(pickup.PathOf(mail.Id), Ct));
        using var read = await MimeMessage.LoadAsync(pickup.PathOf(mail.Id), Ct);
        Assert.Equal("Ny kontakt för Ålstensskolan", read.Subject);
    }

    [Fact]
    public async Task It_knows_what_it_took_and_what_it_did_not()
    {
        var (pickup, mail) = (Pickup(), MailSample.Mail());
        Assert.Equal(Reconciliation.NotTaken, await pickup.ReconcileAsync(mail.Id, Ct));
        await pickup.SendAsync(mail, Ct);
        Assert.Equal(Reconciliation.Taken, await Pickup().ReconcileAsync(mail.Id, Ct));
    }

    [Fact]
    public async Task The_same_mail_again_is_the_same_file()
    {
        await Pickup().SendAsync(MailSample.Mail(), Ct);
        await Pickup().SendAsync(MailSample.Mail(subject: "Igen"), Ct);
        Assert.Single(Files());
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_counts_for_nothing_and_is_removed_by_the_first_mail()
    {
        var mail = MailSample.Mail();
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, $".{mail.Id}.eml.tmp"), "half a ma", Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, ".other.eml.tmp"), "half", Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, ".keep"), "not ours", Ct);

        var pickup = Pickup();
        Assert.Equal(Reconciliation.NotTaken, await pickup.ReconcileAsync(mail.Id, Ct));
        await pickup.SendAsync(mail, Ct);

        Assert.Equal([".keep", $"{mail.Id}.eml"], Files());
    }

    [Fact]
    public async Task A_stop_in_the_middle_leaves_no_mail_behind()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var (pickup, mail) = (Pickup(), MailSample.Mail());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pickup.SendAsync(mail, stopped.Token));
        Assert.Equal(Reconciliation.NotTaken, await pickup.ReconcileAsync(mail.Id, Ct));
    }

    // Tests may run as root, whom permissions do not stop: a file where the folder should be stops everyone.
    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure_for_now_with_a_reason()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        await File.WriteAllTextAsync(_folder, "in the way", Ct);
        var outcome = Assert.IsType<SendOutcome.Transient>(await Pickup().SendAsync(MailSample.Mail(), Ct));
        Assert.StartsWith("the pickup folder cannot be written: ", outcome.Reason, StringComparison.Ordinal);

        File.Delete(_folder);
        Assert.IsType<SendOutcome.Accepted>(await Pickup().SendAsync(MailSample.Mail(), Ct));
    }

    [Fact]
    public async Task A_full_disk_is_a_failure_for_now_and_leaves_no_mail_behind()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        var (pickup, mail) = (Pickup(), MailSample.Mail());
        await pickup.SendAsync(MailSample.Mail(kind: "contact-fallback"), Ct);
        File.CreateSymbolicLink(Path.Combine(_folder, $".{mail.Id}.eml.tmp"), "/dev/full");

        var outcome = Assert.IsType<SendOutcome.Transient>(await pickup.SendAsync(mail, Ct));

        Assert.StartsWith("the pickup folder cannot be written: ", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(Reconciliation.NotTaken, await pickup.ReconcileAsync(mail.Id, Ct));
    }

    [Fact]
    public async Task Many_at_once_and_many_processes_starting_are_all_whole()
    {
        var mails = Enumerable.Range(0, 100).Select(i => MailSample.Mail(kind: $"kind-{i}")).ToList();
        PickupTransport[] processes = [Pickup(), Pickup(), Pickup(), Pickup()];
        var outcomes = await Task.WhenAll(mails.Select((mail, i) => Task.Run(() => processes[i % 4].SendAsync(mail, Ct), Ct)));
        Assert.All(outcomes, o => Assert.IsType<SendOutcome.Accepted>(o));
        Assert.Equal(100, Files().Count);
        Assert.All(mails, mail => Assert.Equal(MimeComposer.Write(mail), File.ReadAllBytes(Pickup().PathOf(mail.Id))));
    }

    [Fact]
    public void A_folder_must_have_a_name()
    {
        Assert.StartsWith("Mail:Pickup:Folder is ", Assert.Single(new PickupOptions { Folder = " " }.Validate()), StringComparison.Ordinal);
        Assert.Empty(new PickupOptions().Validate());
    }

    [Fact]
    public void Registered_it_is_the_way_out_for_mail() => Assert.Contains(
        new ServiceCollection().AddPickup(new() { Folder = _folder }), service => service.ServiceType == typeof(IMailTransport));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_folder))!, recursive: true);

    private PickupTransport Pickup() => new(new PickupOptions { Folder = _folder }, NullLogger<PickupTransport>.Instance);

    private List<string> Files() => [.. Directory.EnumerateFiles(_folder, "*", new EnumerationOptions { AttributesToSkip = 0 }).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
