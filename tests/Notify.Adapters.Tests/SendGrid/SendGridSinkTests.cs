using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

/// <summary>The sink refuses what SendGrid refuses, so that a test that passes on it says something.</summary>
public sealed class SendGridSinkTests
{
    private const string Good = """
        {"from":{"email":"a@stad.example"},"subject":"s","personalizations":[{"to":[{"email":"b@skola.example"}]}],
         "content":[{"type":"text/plain","value":"t"},{"type":"text/html","value":"h"}],"custom_args":{"notify_id":"i"}}
        """;

    [Theory]
    [InlineData("""{}""", null)]
    [InlineData("""{"subject":""}""", "subject")]
    [InlineData("""{"from":{"name":"a"}}""", "from.email")]
    [InlineData("""{"reply_to":{"email":"a"}}""", "reply_to.email")]
    [InlineData("""{"personalizations":[]}""", "personalizations")]
    [InlineData("""{"personalizations":[{"to":[]}]}""", "personalizations.0.to")]
    [InlineData("""{"personalizations":[{"to":[{"email":"b@skola.example"},{"email":"nobody"}]}]}""", "personalizations.0.to.1.email")]
    [InlineData("""{"personalizations":[{"to":[{"email":"b@skola.example"},{"email":"B@skola.example"}]}]}""", "personalizations.0")]
    [InlineData("""{"personalizations":[{"to":[{"email":"b@skola.example"}],"cc":[{"email":"b@skola.example"}]}]}""", "personalizations.0")]
    [InlineData("""{"personalizations":[{"to":[{"email":"b@skola.example"}]},{"to":[{"email":"b@skola.example"}]}]}""", null)]
    [InlineData("""{"content":[]}""", "content")]
    [InlineData("""{"content":[{"type":"text/plain","value":""}]}""", "content.0.value")]
    [InlineData("""{"content":[{"type":"text/html","value":"h"},{"type":"text/plain","value":"t"}]}""", "content")]
    [InlineData("""{"headers":{"Reply-To":"x"}}""", "headers.Reply-To")]
    [InlineData("""{"headers":{"Message-ID":"<x@y.example>"}}""", null)]
    [InlineData("""{"custom_args":{"n":1}}""", "custom_args")]
    [InlineData("""{"categories":["1","2","3","4","5","6","7","8","9","10","11"]}""", "categories")]
    public async Task A_mail_is_refused_by_the_field_that_is_at_fault(string with, string? field)
    {
        await using var sink = await SendGridSink.StartAsync();
        var mail = JsonNode.Parse(Good)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(with)!.AsObject())
        {
            mail[name] = value?.DeepClone();
        }

        var (status, body) = await PostAsync(sink, mail.ToJsonString());

        Assert.Equal(field is null ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest, status);
        Assert.Equal(field, field is null ? null : (string?)JsonNode.Parse(body)!["errors"]![0]!["field"]);
        Assert.Equal(field is null ? 1 : 0, sink.Taken.Count);
    }

    [Theory]
    [InlineData("SG.other", "application/json", Good, HttpStatusCode.Unauthorized)]
    [InlineData(SendGridSink.ApiKey, "text/plain", Good, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(SendGridSink.ApiKey, "application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData(SendGridSink.ApiKey, "application/json", "[]", HttpStatusCode.BadRequest)]
    public async Task What_is_no_request_for_a_mail_is_refused(string key, string type, string body, HttpStatusCode status)
    {
        await using var sink = await SendGridSink.StartAsync();
        Assert.Equal(status, (await PostAsync(sink, body, key, type)).Status);
        Assert.Empty(sink.Taken);
    }

    [Fact]
    public async Task What_is_taken_twice_is_counted_twice()
    {
        await using var sink = await SendGridSink.StartAsync();
        await PostAsync(sink, Good);
        await PostAsync(sink, Good);

        Assert.Equal(("i", 2), Assert.Single(sink.CountById) is var (id, count) ? (id, count) : default);
        Assert.Equal(2, sink.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_sink_comes_back_where_it_was()
    {
        var first = await SendGridSink.StartAsync();
        var address = first.Address;
        await first.DisposeAsync();
        await using var second = await SendGridSink.StartAsync(address.Port);

        Assert.Equal(address, second.Address);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(second, Good)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(SendGridSink sink, string body, string key = SendGridSink.ApiKey, string type = "application/json")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sink.Address, "/v3/mail/send")) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
