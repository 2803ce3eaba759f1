using MovieChain.Market;

namespace MovieChain.Tests.Market;

public sealed class SlatesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_member_has_the_slate_that_was_filled_for_it(int threads)
    {
        var slates = new Slates(2000, 3, Fill, new Workers(threads));

        Assert.Equal(2000, slates.Members);
        Assert.Equal(3, slates.Size);
        for (var member = 0; member < slates.Members; member++)
        {
            Assert.Equal([FilmId.At(member), FilmId.At(member + 1), FilmId.At(member + 2)], slates[member].ToArray());
        }

        static void Fill(int member, Span<FilmId> slate)
        {
            for (var position = 0; position < slate.Length; position++)
            {
                slate[position] = FilmId.At(member + position);
            }
        }
    }

    [Fact]
    public void A_provider_starts_with_a_hundred_thousand_and_banks_its_takings()
    {
        var account = ProviderAccount.Opening.Bank(new Money(250)).Bank(new Money(50));

        Assert.Equal(new Money(100_000), ProviderAccount.Opening.Balance);
        Assert.Equal(new Money(100_300), account.Balance);
    }
}
