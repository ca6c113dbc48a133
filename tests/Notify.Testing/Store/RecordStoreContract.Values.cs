using System.Text;
using Notify.Core.Store;
using Xunit;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    [Theory]
    [InlineData("")]
    [InlineData("""{"name":"Åsö, Älvsjö och Örby"}""")]
    [InlineData("""{"smile":"😀👩‍👧 e\u0301"}""")]
    [InlineData("""{"nul":"\u0000","quote":"'\""}""")]
    [InlineData("{\r\n\t\"lines\" : [ 1 ]\r\n}\n ")]
    [InlineData("007")]
    [InlineData("1e400")]
    [InlineData("null")]
    public async Task A_value_comes_back_to_the_character(string value)
    {
        await Commit(new RecordChange.Insert("value", value));

        Assert.Equal(value, await Value("value"));
        Assert.Equal(value, Assert.Single(await Scan("value")).Value);
    }

    [Fact]
    public async Task A_value_of_350_000_characters_comes_back_to_the_character()
    {
        var text = new StringBuilder("\"");
        for (var i = 0; text.Length < 349_990; i++)
        {
            text.Append("åäö ").Append(i);
        }

        var value = text.Append('"').ToString().PadRight(350_000);
        await Commit(new RecordChange.Insert("large", value), new RecordChange.Insert("small", "1"));
        await Commit(new RecordChange.Put("large:copy", value));

        Assert.Equal(value, await Value("large"));
        Assert.All(await Scan("large"), record => Assert.Equal(value, record.Value));
    }
}
