using MovieChain.Exchange.Sealing;

namespace MovieChain.Tests.Exchange.Sealing;

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

    /// <summary>Computed by another program. Whoever changes the derivation makes every old chain unreadable: say so in the change.</summary>
    [Fact]
    public void The_secrets_are_those_that_old_chains_were_sealed_with()
    {
        var hulu = ProviderId.At(1);
        var secret = new byte[SimulatedSecrets.Length];
        _secrets.DeriveMemberSecret(new MemberId(hulu, 5), secret);

        Assert.Equal("C6DC9233C340B5A7145010474536D53F96A95A523351FAC3A442A12E724B738F", Convert.ToHexString(_secrets.DataKey(hulu)));
        Assert.Equal("08F4F0FB1FCADE194E5FDB88DB9B33F2DAF1E21752A90BE9D295299512C63C80", Convert.ToHexString(secret));
        Assert.Equal("00C6CFA3140FD3DE2C48AD8C8E7DE3A2F2F6AB2DC00C9C2D6831C8C208C97641", Convert.ToHexString(_secrets.SigningKey(hulu).Public.Bytes[..32]));
        Assert.Equal("61347E5434622E5124498B4EF3261C25205CCEE397F900189BE9ABC9DD642542", Convert.ToHexString(_secrets.AgreementKey(hulu).Public.Bytes[..32]));
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
