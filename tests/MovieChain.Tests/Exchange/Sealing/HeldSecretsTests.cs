using MovieChain.Exchange.Sealing;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange.Sealing;

public sealed class HeldSecretsTests
{
    private static readonly HeldSecrets _held = new(
        ((MemberId[])[new(Netflix, 0), new(Netflix, 4), new(Prime, 2)]).ToDictionary(member => member, SecretOf));

    [Fact]
    public void It_hands_out_the_secrets_that_it_holds_and_no_others()
    {
        foreach (var owner in (ProviderId[])[Netflix, Hulu, Prime, ProviderId.At(63)])
        {
            for (var number = -1; number < 8; number++)
            {
                var member = new MemberId(owner, number);
                var secret = new byte[SimulatedSecrets.Length];

                var isHeld = _held.TryGetSecret(member, secret);

                Assert.Equal(member == new MemberId(Netflix, 0) || member == new MemberId(Netflix, 4) || member == new MemberId(Prime, 2), isHeld);
                Assert.Equal(isHeld, _held.Holds(member));
                Assert.Equal(isHeld ? SecretOf(member) : new byte[SimulatedSecrets.Length], secret);
            }
        }
    }

    [Fact]
    public void Members_numbers_lie_below_their_count() =>
        Assert.Equal([5, 0, 3, 0], ((ProviderId[])[Netflix, Hulu, Prime, ProviderId.At(63)]).Select(_held.MemberCount));
}
