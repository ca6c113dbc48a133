using Notify.Core.Forums;
using Xunit;

namespace Notify.Core.Tests.Forums;

public sealed class AgendaTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void Nothing_has_no_lines(string? text) => Assert.Empty(Agenda.LinesOf(text));

    [Fact]
    public void Marks_before_lines_go_and_numbers_that_belong_to_them_stay() =>
        Assert.Equal(
            ["Förra mötet", "Stödmaterialet", "2 nya skolor", "3.5 tjänster", "1."],
            Agenda.LinesOf("1. Förra mötet\r\n- Stödmaterialet\n2 nya skolor\n3.5 tjänster\n1."));
}
