using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>Two processes at once on one data folder.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Two_runs_at_once_are_as_one()
    {
        using var city = await ManySchools.ChangedAsync();
        await city.ImportAsync(ManySchools.Now);
        using var alone = city.Copy();
        await alone.RunAsync(ManySchools.Now);

        var both = await Task.WhenAll(city.NotifyAsync("run", "--now", ManySchools.Now), city.NotifyAsync("run", "--now", ManySchools.Now));

        Assert.All(both, run => run.Ended(0));
        Assert.Equal(await alone.OutcomeAsync(ManySchools.Now), await city.OutcomeAsync(ManySchools.Now));
    }

    [Fact]
    public async Task A_mail_that_one_of_two_runs_sent_was_sent_once()
    {
        using var city = await ManySchools.ChangedAsync();
        await city.ImportAsync(ManySchools.Now);

        var both = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => city.NotifyAsync("run", "--json", "--now", ManySchools.Now)));

        Assert.Equal(city.Mail().Count, both.Sum(r => r.Ended(0).Json.GetProperty("delivery").GetProperty("accepted").GetInt32()));
    }

    [Fact]
    public async Task Two_imports_at_once_of_different_files_both_count()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("contacts", "08-508 18 001", "08-508 18 999");
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        foreach (var table in new[] { "contacts", "assignments" })
        {
            var folder = Directory.CreateDirectory(Path.Combine(city.Folder, "only-" + table)).FullName;
            File.Copy(city.TableOf(table), Path.Combine(folder, table + ".csv"));
        }

        var both = await Task.WhenAll(
            city.NotifyAsync("import", "only-contacts", "--now", SmallCity.Monday), city.NotifyAsync("import", "only-assignments", "--now", SmallCity.Monday));

        Assert.All(both, import => import.Ended(0));
        await city.RunAsync(SmallCity.Settled);
        Assert.Equal(4, city.Kinds().Count(k => k == "contact-changed"));
        Assert.Equal(2, city.Kinds().Count(k => k == "contact-assigned"));
    }
}
