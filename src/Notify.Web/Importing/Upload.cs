using Microsoft.AspNetCore.Http;
using Notify.Core.Register.Reading;

namespace Notify.Web.Importing;

/// <summary>The files of a form, in memory.</summary>
public static class Upload
{
    /// <summary>Of all files together. Unit: bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>One for each table, and some that were chosen by mistake.</summary>
    public const int MostFiles = 30;

    private const int LongestName = 255;

    /// <summary>The files that were chosen; a form without any sends one without a name.</summary>
    public static async Task<IReadOnlyList<SentFile>> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        var files = new List<SentFile>();
        foreach (var file in form.Files.GetFiles("files").Where(f => f.FileName.Length > 0).Take(MostFiles))
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, ct);
            files.Add(new(file.FileName[^Math.Min(file.FileName.Length, LongestName)..], bytes.ToArray()));
        }

        return files;
    }
}
