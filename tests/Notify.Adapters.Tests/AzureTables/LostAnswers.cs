namespace Notify.Adapters.Tests.AzureTables;

/// <summary>A connection that breaks when the service has done what it was asked, before its answer arrives.</summary>
internal sealed class LostAnswers() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>Breaks once, at the next commit; what happens between the two tries is told here.</summary>
    public Func<Task>? Meanwhile { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await base.SendAsync(request, ct);
        if (Meanwhile is not { } meanwhile || !request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return answer;
        }

        Meanwhile = null;
        answer.Dispose();
        await meanwhile();
        throw new HttpRequestException("The connection broke.");
    }
}
