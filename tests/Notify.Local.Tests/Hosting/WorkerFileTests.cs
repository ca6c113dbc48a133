using Notify.Local.Hosting;
using Xunit;

namespace Notify.Local.Tests.Hosting;

public sealed class WorkerFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notify-workers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_process_that_lives_is_not_gone_and_one_that_ended_is()
    {
        using var one = new WorkerFile(_folder.FullName);
        var other = new WorkerFile(_folder.FullName);
        Assert.False(one.IsGone(other.Self));
        Assert.False(one.IsGone(one.Self));

        other.Dispose();
        Assert.True(one.IsGone(other.Self));
    }

    [Fact]
    public void A_process_that_was_killed_leaves_a_file_that_nobody_holds_and_all_who_look_at_once_see_it()
    {
        using var one = new WorkerFile(_folder.FullName);
        var killed = one.Self[..^8] + "00000000";
        File.WriteAllText(Path.Combine(_folder.FullName, "workers", killed + ".lock"), "");

        var seen = new bool[64];
        Parallel.For(0, seen.Length, i => seen[i] = one.IsGone(killed));

        Assert.DoesNotContain(false, seen);
    }

    [Theory]
    [InlineData("another-machine-1-aaaaaaaa")]
    [InlineData("../../etc/passwd")]
    public void Of_another_machine_nothing_is_known(string owner)
    {
        using var one = new WorkerFile(_folder.FullName);
        Assert.False(one.IsGone(owner));
    }
}
