using CsCheck;
using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class IdOrderTests
{
    /// <summary>Short ids of few characters, so that many share a beginning.</summary>
    private static readonly Gen<string> _ids = Gen.Char["0019aZ-é"].Array[0, 5].Select(letters => new string(letters));

    [Theory]
    [InlineData("9", "10")]
    [InlineData("2147483647", "2147483648")]
    [InlineData("9223372036854775807", "9223372036854775808")]
    [InlineData("u9", "u10")]
    [InlineData("u9b10", "u9b11a")]
    [InlineData("u9", "u9a")]
    [InlineData("10", "a")]
    [InlineData("B", "a")]
    [InlineData("a", "é")]
    [InlineData("007", "7")]
    [InlineData("0", "1")]
    [InlineData("", "0")]
    public void Numbers_compare_as_numbers_and_other_text_by_code(string first, string second)
    {
        Assert.True(IdOrder.Instance.Compare(first, second) < 0);
        Assert.True(IdOrder.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void The_order_is_total_so_that_it_does_not_depend_on_the_order_before() => Gen.Select(_ids, _ids, _ids).Sample((a, b, c) =>
    {
        var order = IdOrder.Instance;
        return order.Compare(a, b) == 0 == (a == b)
            && Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a))
            && (order.Compare(a, b) > 0 || order.Compare(b, c) > 0 || order.Compare(a, c) <= 0);
    });
}
