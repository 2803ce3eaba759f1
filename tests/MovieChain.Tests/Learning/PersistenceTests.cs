using MovieChain.Learning;

namespace MovieChain.Tests.Learning;

public sealed class PersistenceTests
{
    private static readonly Decision _bought = new(new Week(3), bought: true);

    [Fact]
    public void Where_nobody_ever_changed_its_mind_nothing_is_forgotten()
    {
        var persistence = Persistence.Of(Offered(true, true, true));
        Assert.Equal(1, persistence.Of(_bought, new Week(3)));
        Assert.Equal(1, persistence.Of(_bought, new Week(Week.MaxNumber)));
    }

    [Fact]
    public void A_decision_fades_the_faster_the_more_repeated_offers_met_another_one()
    {
        // One of the two films was decided now one way, now the other: one pair among eight repetitions.
        var persistence = Persistence.Of(Offered(true, true, false, false, false));
        Assert.Equal(1, persistence.Of(_bought, new Week(3)));
        Assert.Equal(0.875f, persistence.Of(_bought, new Week(4)));
        Assert.Equal(0.875f * 0.875f, persistence.Of(_bought, new Week(5)));
        Assert.True(Persistence.Of(Offered(true, false)).Of(_bought, new Week(4)) < 0.875f);
    }

    [Fact]
    public void What_is_on_record_of_the_future_counts_in_full() =>
        Assert.Equal(1, Persistence.Of(Offered(true, false)).Of(_bought, new Week(1)));

    [Theory]
    [InlineData(1, false)]
    [InlineData(Week.MaxNumber, true)]
    public void A_decision_keeps_its_week_and_outcome(int week, bool bought)
    {
        var decision = new Decision(new Week(week), bought);
        Assert.Equal((new Week(week), bought), (decision.Week, decision.Bought));
    }

    [Fact]
    public void A_remembered_pair_takes_eight_bytes() => Assert.Equal(8, System.Runtime.CompilerServices.Unsafe.SizeOf<Interaction>());

    /// <summary>One member, offered film 0 with these outcomes week by week, and film 1 that it always bought.</summary>
    private static Interactions Offered(params bool[] outcomes)
    {
        var builder = new Interactions.Builder(Interactions.None(2));
        var row = builder.RowOf(new MemberId(ProviderId.At(0), 0));
        for (var week = 0; week < outcomes.Length; week++)
        {
            builder.AddLine(row, FilmId.At(0), outcomes[week], new Week(week + 1));
            builder.AddLine(row, FilmId.At(1), bought: true, new Week(week + 1));
        }

        return builder.Build();
    }
}
