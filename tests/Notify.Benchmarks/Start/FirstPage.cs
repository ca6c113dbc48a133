namespace Notify.Benchmarks.Start;

/// <summary>From the start of a process to the first page that it has answered whole.</summary>
internal static class FirstPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Makes a data folder with the sample city, of which the watches know everything, and that was served before.</summary>
    public static async Task<string> PrepareAsync(string notify, WorkFolder work)
    {
        var (register, data) = (work.New("page-sample"), work.New("page-data"));
        await StartedProgram.RunAsync(notify, "sample", register);
        await StartedProgram.RunAsync(notify, "import", register, "--data", data);
        await StartedProgram.RunAsync(notify, "run", "--data", data);
        await MeasureAsync(notify, "serve", "--data", data);
        return data;
    }

    /// <summary>Seconds.</summary>
    public static async Task<double> MeasureAsync(string dll, params string[] arguments)
    {
        var address = StartedProgram.FreeAddress();
        using var client = new HttpClient { BaseAddress = address };
        await using var program = StartedProgram.Start(dll, arguments, ("ASPNETCORE_URLS", address.ToString()));
        await program.UntilAsync(() => AnswersAsync(client), Pause);
        return TimeProvider.System.GetElapsedTime(program.Begun).TotalSeconds;
    }

    /// <summary>Whether there is a page.</summary>
    public static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode && (await answer.Content.ReadAsByteArrayAsync()).Length > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
