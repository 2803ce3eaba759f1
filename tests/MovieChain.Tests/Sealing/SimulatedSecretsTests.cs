using MovieChain.Sealing;

namespace MovieChain.Tests.Sealing;

public sealed class SimulatedSecretsTests
{
    private static readonly SimulatedSecrets _secrets = new(seed: 7);

    [Fact]
    public void The_same_seed_has_the_same_secrets() => Assert.Equal(AllOf(_secrets), AllOf(new SimulatedSecrets(7)));

    [Fact]
    public void No_two_secrets_are_the_same_by_provider_purpose_member_or_seed()
    {
        var all = ((ulong[])[0, 1, 7, ulong.MaxValue]).SelectMany(seed => AllOf(new SimulatedSecrets(seed))).ToList();

        Assert.Equal(4 * 5 * (3 + 4), all.Count);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void A_members_secret_is_derived_whatever_its_place_held_before()
    {
        var (once, again) = (new byte[SimulatedSecrets.Length], Enumerable.Repeat((byte)0xFF, 40).ToArray());
        _secrets.DeriveMemberSecret(new MemberId(ProviderId.At(1), 5), once);
        _secrets.DeriveMemberSecret(new MemberId(ProviderId.At(1), 5), again);

        Assert.Equal(once, again[..SimulatedSecrets.Length]);
        Assert.Equal(Enumerable.Repeat((byte)0xFF, 8), again[SimulatedSecrets.Length..]);
    }

    private static List<string> AllOf(SimulatedSecrets secrets)
    {
        var all = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            var provider = ProviderId.At(number);
            all.Add(Convert.ToHexString(secrets.SigningKey(provider).Public.Bytes));
            all.Add(Convert.ToHexString(secrets.AgreementKey(provider).Public.Bytes));
            all.Add(Convert.ToHexString(secrets.DataKey(provider)));
            foreach (var member in (int[])[0, 1, 256, 999_999])
            {
                var secret = new byte[SimulatedSecrets.Length];
                secrets.DeriveMemberSecret(new MemberId(provider, member), secret);
                all.Add(Convert.ToHexString(secret));
            }
        }

        return all;
    }
}
