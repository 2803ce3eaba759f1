using MovieChain.Ledger;
using static System.FormattableString;

namespace MovieChain.Reporting.Chains;

/// <summary>Faults of a chain in words.</summary>
internal static class FaultWords
{
    /// <summary>The fault with its place, e.g. <c>block 12 at byte 34567: its author has not signed it</c>.</summary>
    public static string Of(ChainFault fault)
    {
        var place = fault.Offset is { } offset ? Invariant($" at byte {offset}") : "";
        var repair = fault is { Kind: ChainFaultKind.Zeros, Offset: { } end } ? Invariant($"; to continue it, cut it at byte {end}") : "";
        return Invariant($"block {fault.Height}{place}: {Of(fault.Kind)}{repair}");
    }

    private static string Of(ChainFaultKind kind) => kind switch
    {
        ChainFaultKind.Empty => "there is no block, not even genesis",
        ChainFaultKind.Rules => "it does not state the chain's rules in canonical form",
        ChainFaultKind.Magic => "its header is not of this version's format",
        ChainFaultKind.Difficulty => "it claims another difficulty than the chain's rules ask for",
        ChainFaultKind.Height => "its height is not its place in the chain",
        ChainFaultKind.Time => "its time is before that of the block before it, or not 0 in genesis",
        ChainFaultKind.Link => "it does not link to the block before it",
        ChainFaultKind.Author => "its first record names nobody who may write on this chain",
        ChainFaultKind.MerkleRoot => "its records are not those that it was mined over",
        ChainFaultKind.Hash => "its hash is not that of its header",
        ChainFaultKind.ProofOfWork => "its hash does not begin with the zero bits that the chain's rules ask for",
        ChainFaultKind.Signature => "its author has not signed it",
        ChainFaultKind.Preamble => "the file does not begin as a chain's file of this version does",
        ChainFaultKind.FrameHead => "its length is damaged, or not one that a block may have",
        ChainFaultKind.Truncated => "the file ends before the block does",
        ChainFaultKind.Checksum => "its bytes are not those that were written",
        ChainFaultKind.Layout => "its bytes are not laid out as one block",
        ChainFaultKind.Zeros => "the file ends in zeros here, as a crash of the machine can leave it",
        _ => $"{kind}",
    };
}
