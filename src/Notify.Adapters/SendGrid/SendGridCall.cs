using System.Net;
using SendGrid;

namespace Notify.Adapters.SendGrid;

/// <summary>One request, which knows afterwards whether any of the mail can have left this machine.</summary>
internal sealed class SendGridCall(HttpClient http, SendGridClientOptions options) : SendGridClient(http, options)
{
    private volatile bool _mayHaveLeft;

    /// <summary>False as long as no byte of the mail was asked for: there was no connection to give it to.</summary>
    public bool MayHaveLeft => _mayHaveLeft;

    /// <inheritdoc/>
    public override Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        request.Content = new WatchedContent(request.Content!, () => _mayHaveLeft = true);
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return base.MakeRequest(request, cancellationToken);
    }

    /// <summary>
    /// Tells when its bytes are asked for. Once they are, HttpClient does not repeat a request on its own, unless an HTTP/2
    /// server says that it did not look at it.
    /// </summary>
    private sealed class WatchedContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly Action _touched;

        public WatchedContent(HttpContent inner, Action touched)
        {
            (_inner, _touched) = (inner, touched);
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _touched();
            return _inner.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
