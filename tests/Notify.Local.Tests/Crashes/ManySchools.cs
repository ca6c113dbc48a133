using Notify.Local.Tests.World;

namespace Notify.Local.Tests.Crashes;

/// <summary>A city whose commands take long enough to be killed in the middle, and in which everything happens at one moment.</summary>
internal static class ManySchools
{
    /// <summary>How many schools get a new contact.</summary>
    public const int Count = 60;

    /// <summary>The moment.</summary>
    public const string Now = SmallCity.Monday;

    /// <summary>The city, told of the register as it was; in the files every school of Bromma has another contact.</summary>
    public static async Task<City> ChangedAsync()
    {
        var city = new City();
        city.Settings["Contacts__SettleTime"] = "00:00:00";
        for (var i = 100; i < 100 + Count; i++)
        {
            city.Add("schools", $"98000{i},Skola {i} på Ön,municipal,compulsory,Rektor {i},rektor@skola{i}.example,expedition@skola{i}.example,08-465 00 {i},BROMMA");
            city.Add("assignments", $"BROMMA,98000{i},LEO,deputy,,");
            city.Add("assignments", $"BROMMA,98000{i},ASA,primary,,");
        }

        await city.BeginAsync(Now);
        for (var i = 100; i < 100 + Count; i++)
        {
            city.Replace("assignments", $"98000{i},ASA", $"98000{i},MARTA");
        }

        return city;
    }
}
