using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>The search for the nonce that makes a block's hash fit its difficulty.</summary>
public static class ProofOfWork
{
    private const ulong AttemptsBetweenCancellationChecks = 4096;

    /// <summary>The header with the lowest nonce whose hash fits, and that hash. Nonces are tried from 0, so that the nonce found
    /// is one less than the number of attempts.</summary>
    /// <param name="header">The header; its nonce does not matter.</param>
    /// <param name="difficulty">What the hash must fit.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static (BlockHeader Header, Hash256 Hash) Mine(BlockHeader header, Difficulty difficulty, CancellationToken cancellation)
    {
        Span<byte> bytes = stackalloc byte[BlockHeader.Length];
        header.Bytes.CopyTo(bytes);
        var nonceBytes = bytes[^sizeof(ulong)..];
        for (ulong nonce = 0; ; nonce++)
        {
            if (nonce % AttemptsBetweenCancellationChecks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            BinaryPrimitives.WriteUInt64BigEndian(nonceBytes, nonce);
            var hash = Hash256.Of(bytes);
            if (difficulty.IsMetBy(hash))
            {
                return (new BlockHeader(bytes), hash);
            }
        }
    }
}
