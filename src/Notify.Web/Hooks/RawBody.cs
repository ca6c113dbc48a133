using Microsoft.AspNetCore.Http;

namespace Notify.Web.Hooks;

/// <summary>Reads a body byte for byte, up to a limit.</summary>
internal static class RawBody
{
    private const int Piece = 16 * 1024;

    /// <summary>The body; null when it is larger than the limit, of which no more is read than shows that.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var body = new MemoryStream(Piece);
        var piece = new byte[Piece];
        while (await request.Body.ReadAsync(piece, ct) is var read and > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
