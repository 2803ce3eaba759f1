using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class RecordProofTests
{
    private const int Height = 4;
    private const int Author = 0;

    private static readonly Block _block = Samples.SmallChain().Blocks[Height];
    private static readonly RecordProof _proof = RecordProof.Of(_block, Samples.Rules.Authors[Author], 2);

    [Fact]
    public void Every_record_of_a_chain_has_a_proof_that_holds()
    {
        var chain = Samples.SmallChain();
        foreach (var block in chain.Blocks)
        {
            var author = block.Header.Height == 0 ? 0 : chain.Rules.AuthorOf(block)!.Value;
            for (var index = 0; index < block.Records.Count; index++)
            {
                var proof = RecordProof.Of(block, chain.Rules.Authors[author], index);

                Assert.Null(proof.FindFault());
                Assert.Equal(block.Records[index].ToArray(), proof.Record.ToArray());
                Assert.Equal(block.Header.Height, proof.Height);
                Assert.Equal(chain.Rules.Authors[author].Name, proof.Author);
            }
        }
    }

    [Fact]
    public void A_record_that_the_block_does_not_hold_is_found()
    {
        AssertFault(RecordProofFault.Inclusion, _proof with { Record = new byte[] { 7, 8, 9, 11 } });
        AssertFault(RecordProofFault.Inclusion, _proof with { Record = Array.Empty<byte>() });
        AssertFault(RecordProofFault.Inclusion, _proof with { Inclusion = _proof.Inclusion with { Index = 1 } });
        AssertFault(RecordProofFault.Inclusion, _proof with { Inclusion = _proof.Inclusion with { Path = _proof.Inclusion.Path[1..] } });
    }

    [Fact]
    public void A_statement_that_is_not_that_of_the_header_is_found()
    {
        AssertFault(RecordProofFault.Height, _proof with { Height = Height - 1 });
        AssertFault(RecordProofFault.MerkleRoot, _proof with { MerkleRoot = Samples.Hash(1) });
        AssertFault(RecordProofFault.Hash, _proof with { Hash = Samples.Hash(1) });
    }

    [Fact]
    public void A_header_with_any_other_bit_is_found()
    {
        for (var bit = 0; bit < 8 * BlockHeader.Length; bit++)
        {
            var bytes = _block.Header.Bytes.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.NotNull((_proof with { Header = new BlockHeader(bytes) }).FindFault());
        }
    }

    [Fact]
    public void A_header_of_another_format_is_found_even_where_it_was_mined_and_signed()
    {
        AssertFault(RecordProofFault.Magic, ProofOfHeaderWith(place: 0, value: 0));
        AssertFault(RecordProofFault.Difficulty, ProofOfHeaderWith(place: 7, value: Difficulty.MaxBits + 1));
        AssertFault(RecordProofFault.Difficulty, ProofOfHeaderWith(place: 4, value: 255));
    }

    [Fact]
    public void A_hash_without_the_work_that_its_header_claims_is_found()
    {
        var lazy = Enumerable.Range(0, 100)
            .Select(i => Samples.Seal(Samples.Records([(byte)i]), default, minedAt: 0))
            .First(block => block.Hash.LeadingZeroBits < 4);

        AssertFault(RecordProofFault.ProofOfWork, RecordProof.Of(lazy, Samples.Rules.Authors[1], 0));
    }

    [Fact]
    public void A_signature_that_is_not_that_of_the_key_is_found()
    {
        AssertFault(RecordProofFault.Signature, _proof with { SigningKey = Samples.Keys[1].Public });
        AssertFault(RecordProofFault.Signature, _proof with { SigningKey = Samples.AgreementKeys[Author].Public });
        AssertFault(RecordProofFault.Signature, _proof with { Signature = Samples.Keys[Author].Sign(Samples.Hash(1)) });
        AssertFault(RecordProofFault.Signature, _proof with { Signature = default });
    }

    [Fact]
    public void The_higher_signature_of_the_two_that_fit_is_found()
    {
        var bytes = _proof.Signature.Bytes.ToArray();
        var s = Signature.Order - new System.Numerics.BigInteger(bytes.AsSpan(32), isUnsigned: true, isBigEndian: true);
        bytes.AsSpan(32).Clear();
        Assert.True(s.TryWriteBytes(bytes.AsSpan(64 - s.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true));

        AssertFault(RecordProofFault.Signature, _proof with { Signature = new Signature(bytes) });
    }

    /// <summary>A proof that fits together but for one byte of the header, which it was mined and signed with.</summary>
    private static RecordProof ProofOfHeaderWith(int place, byte value)
    {
        var bytes = _block.Header.Bytes.ToArray();
        bytes[place] = value;
        var block = Samples.Remine(_block with { Header = new BlockHeader(bytes) }, difficulty: 4, Samples.Keys[Author]);
        return RecordProof.Of(block, Samples.Rules.Authors[Author], 1);
    }

    private static void AssertFault(RecordProofFault fault, RecordProof proof) => Assert.Equal(fault, proof.FindFault());
}
