using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange.Sealing;

public sealed class GrantTests
{
    private static readonly byte[] _grant = GrantTo(Netflix, Hulu);

    [Fact]
    public void A_grant_has_a_kind_the_readers_number_the_wrapped_key_and_a_tag()
    {
        Assert.Equal(1 + 2 + 32 + 16, _grant.Length);
        Assert.Equal([Grant.Kind, 0, 1], _grant[..3]);
        Assert.NotNull(Grant.ReaderOf(_grant));
    }

    [Fact]
    public void The_reader_unwraps_the_owners_data_key()
    {
        Assert.Equal(Secrets.DataKey(Netflix), Open(_grant));
        Assert.Equal(Secrets.DataKey(Netflix), Grant.TryOpen(
            GrantTo(Netflix, Netflix), Netflix, Samples.AgreementKeys[0].Public, Netflix, Samples.AgreementKeys[0], Genesis));
    }

    [Fact]
    public void Every_changed_byte_closes_it()
    {
        for (var place = 0; place < _grant.Length; place++)
        {
            var changed = _grant.ToArray();
            changed[place] ^= (byte)(1 << (place % 8));
            Assert.Null(Open(changed));
        }
    }

    [Fact]
    public void A_byte_less_or_more_closes_it()
    {
        Assert.All(Enumerable.Range(0, _grant.Length), length => Assert.Null(Open(_grant[..length])));
        Assert.Null(Open([.. _grant, 0]));
    }

    [Fact]
    public void Nobody_else_opens_it()
    {
        for (var number = 0; number < 4; number++)
        {
            var reader = ProviderId.At(number);
            var opened = Grant.TryOpen(_grant, Netflix, Samples.AgreementKeys[0].Public, reader, Samples.AgreementKeys[number], Genesis);
            var claimed = Grant.TryOpen(_grant, Netflix, Samples.AgreementKeys[0].Public, Hulu, Samples.AgreementKeys[number], Genesis);

            Assert.Equal(number == 1, opened is not null);
            Assert.Equal(number == 1, claimed is not null);
        }
    }

    [Fact]
    public void It_counts_for_the_owner_who_wrote_it_alone()
    {
        Assert.Null(Open(_grant, owner: Prime));
        Assert.Null(Open(_grant, ownerKey: Samples.AgreementKeys[2].Public));
        Assert.Null(Open(_grant, owner: Prime, ownerKey: Samples.AgreementKeys[2].Public));
    }

    [Fact]
    public void It_counts_on_its_own_chain_alone() => Assert.Null(Open(_grant, genesis: Samples.Hash(2)));

    [Fact]
    public void A_grant_from_the_reader_to_the_owner_wraps_with_another_key()
    {
        byte[] same = new byte[32];
        var there = Grant.Write(same, Netflix, Samples.AgreementKeys[0], Hulu, Samples.AgreementKeys[1].Public, Genesis);
        var back = Grant.Write(same, Hulu, Samples.AgreementKeys[1], Netflix, Samples.AgreementKeys[0].Public, Genesis);

        Assert.NotEqual(there[3..35], back[3..35]);
    }

    private static byte[]? Open(byte[] grant, ProviderId? owner = null, PublicKey? ownerKey = null, Hash256? genesis = null) => Grant.TryOpen(
        grant, owner ?? Netflix, ownerKey ?? Samples.AgreementKeys[0].Public, Hulu, Samples.AgreementKeys[1], genesis ?? Genesis);
}
