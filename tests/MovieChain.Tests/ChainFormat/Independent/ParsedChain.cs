namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>A chain as its file states it, verified.</summary>
/// <param name="Authors">The authors of genesis record 0.</param>
/// <param name="Statement">The pairs of genesis record 1.</param>
/// <param name="Blocks">The blocks, genesis first.</param>
internal sealed record ParsedChain(
    IReadOnlyList<ParsedAuthor> Authors, IReadOnlyList<KeyValuePair<string, string>> Statement, IReadOnlyList<ParsedBlock> Blocks)
{
    public byte[] GenesisHash => Blocks[0].Hash;
}

/// <summary>An author; a key is x and y of a P-256 point.</summary>
internal sealed record ParsedAuthor(string Name, byte[] SigningKey, byte[] AgreementKey);

/// <summary>A block; the author is an index into the authors.</summary>
internal sealed record ParsedBlock(byte[] Header, byte[] Signature, byte[][] Records)
{
    public byte[] Hash { get; } = System.Security.Cryptography.SHA256.HashData(Header);

    public int Author { get; init; }
}

/// <summary>An order in the clear.</summary>
/// <param name="Week">The week.</param>
/// <param name="Member">The subscriber number; null for an anonymous order.</param>
/// <param name="Lines">The films: offered and shared, or for an anonymous order bought.</param>
internal sealed record ParsedOrder(int Week, uint? Member, IReadOnlyList<ParsedLine> Lines);

/// <summary>A line of an order.</summary>
/// <param name="Film">The film's index in the catalogue.</param>
/// <param name="IsBought">Whether the member bought it.</param>
/// <param name="Hundredths">The rating; null where none is stated.</param>
internal sealed record ParsedLine(int Film, bool IsBought, int? Hundredths);
