using Notify.Local.Tests.World;

namespace Notify.Local.Tests.Crashes;

/// <summary>A city whose commands take long enough to be killed in the middle, and in which everything happens at one moment.</summary>
internal static class ManySchools
{
    /// <summary>How many schools get a new contact.</summary>
    public const int Count = 60;

    /// <summary>The moment.</summary>
    public const string Now = SmallCity.Monday;

    /// <summary>When no mail leaves: what is decided then waits for <see cref="Morning"/>.</summary>
    public const string Evening = "2026-03-02T18:00";

    /// <summary>When all of it is due.</summary>
    public const string Morning = "2026-03-03T09:00";

    /// <summary>As late after that as a send without a known outcome waits for an event.</summary>
    public const string Later = "2026-03-03T11:00";

    /// <summary>The city, told of the register as it was; in the files every school of Bromma has another contact.</summary>
    public static async Task<City> ChangedAsync(int count = Count, Action<Dictionary<string, string>>? settle = null)
    {
        var city = new City();
        city.Settings["Contacts__SettleTime"] = "00:00:00";
        settle?.Invoke(city.Settings);
        for (var i = 100; i < 100 + count; i++)
        {
            city.Add("schools", $"98000{i},Skola {i} på Ön,municipal,compulsory,Rektor {i},rektor@skola{i}.example,expedition@skola{i}.example,08-465 00 {i},BROMMA");
            city.Add("assignments", $"BROMMA,98000{i},LEO,deputy,,");
            city.Add("assignments", $"BROMMA,98000{i},ASA,primary,,");
        }

        await city.BeginAsync(Now);
        for (var i = 100; i < 100 + count; i++)
        {
            city.Replace("assignments", $"98000{i},ASA", $"98000{i},MARTA");
        }

        return city;
    }

    /// <summary>The same city with everything decided: all its mails are due in the morning, and none has left.</summary>
    public static async Task<City> WaitingAsync(int count, Action<Dictionary<string, string>>? settle = null)
    {
        var city = await ChangedAsync(count, settle);
        await city.ImportAsync(Now);
        await city.RunAsync(Evening);
        return city;
    }
}
