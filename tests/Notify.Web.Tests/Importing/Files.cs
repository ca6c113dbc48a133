using Notify.Adapters.Files;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Notify.Web.Tests.World;

namespace Notify.Web.Tests.Importing;

/// <summary>Sends files as a browser does.</summary>
internal static class Files
{
    /// <summary>Tables of a register as CSV files.</summary>
    public static (string Name, byte[] Bytes)[] Of(RegisterBuilder register, params string[] tables) =>
        [.. RegisterWriter.Write(register.Build()).Where(t => tables.Contains(t.Name)).Select(t => (t.Name + ".csv", Bytes(t)))];

    public static Task<Page> SendFilesAsync(this Browser browser, params (string Name, byte[] Bytes)[] files) => browser.SendFilesAsync("/import", files);

    /// <summary>Opens the page and sends the files with its token.</summary>
    public static async Task<Page> SendFilesAsync(this Browser browser, string path, params (string Name, byte[] Bytes)[] files)
    {
        var page = await browser.GetAsync(path);
        var token = page.Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        return await browser.SendAsync(Request(path, token, files));
    }

    /// <summary>The request, as it may be spoilt by a test.</summary>
    public static HttpRequestMessage Request(string path, string? token, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        if (token is not null)
        {
            form.Add(new StringContent(token), "\"form-token\"");
        }

        foreach (var (name, bytes) in files)
        {
            // As browsers write it: the bytes of the name as UTF-8, quotation marks and line breaks escaped.
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            form.Add(content);
        }

        return new(HttpMethod.Post, new Uri(new Uri("http://localhost:5080"), path)) { Content = form };
    }

    /// <summary>What a link downloads.</summary>
    public static async Task<byte[]> BytesAsync(this Browser browser, string path) =>
        await (await browser.GetAsync(path)).Response.Content.ReadAsByteArrayAsync();

    private static byte[] Bytes(Notify.Core.Register.RawTable table)
    {
        using var stream = new MemoryStream();
        RegisterCsv.WriteAsync(stream, table, default).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
