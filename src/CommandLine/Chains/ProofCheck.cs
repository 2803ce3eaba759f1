using System.Globalization;
using MovieChain.Ledger;
using MovieChain.Reporting;

namespace MovieChain.CommandLine.Chains;

/// <summary>Checks a proof of a record without the chain, and says in words what it shows and what it does not.</summary>
internal static class ProofCheck
{
    /// <summary>Checks a proof.</summary>
    /// <param name="file">Its file, or standard input.</param>
    /// <param name="checkpoints">The hashes of which the block must have one; none where any will do.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <exception cref="RefusalException">The file cannot be read or is no proof, or the proof does not hold.</exception>
    public static void Run(FilePath file, IReadOnlyCollection<Hash256> checkpoints, TextWriter output)
    {
        try
        {
            var proof = ProofFile.Read(ReadText(file));
            Check(proof, checkpoints);
            Write(new Heading(output, Terminal.Width(output)), proof, isCheckpoint: checkpoints.Count > 0);
        }
        catch (InvalidProofException fault)
        {
            throw file.Refusal(ExitCode.InvalidChain, fault.Message);
        }
    }

    /// <summary>A record and a name have at most 65,535 bytes, which JSON makes at most six times as long: no proof takes more.</summary>
    private static byte[] ReadText(FilePath file) =>
        BoundedFile.Read(file) ?? throw new InvalidProofException($"is longer than {BoundedFile.MaxLength} bytes, the most that a proof takes");

    private static void Check(RecordProof proof, IReadOnlyCollection<Hash256> checkpoints)
    {
        if (proof.FindFault() is { } fault)
        {
            throw new InvalidProofException($"the proof does not hold: {WordsFor(fault, proof)}");
        }

        if (checkpoints.Count > 0 && !checkpoints.Contains(proof.Hash))
        {
            throw new InvalidProofException($"blockHash {proof.Hash}: is not the checkpoint {string.Join(" or ", checkpoints)}");
        }
    }

    private static string WordsFor(RecordProofFault fault, RecordProof proof) => fault switch
    {
        RecordProofFault.Magic => "header: is not of this format",
        RecordProofFault.Difficulty => $"header: claims difficulty {proof.Header.DifficultyBits}, which is more than {Difficulty.MaxBits}",
        RecordProofFault.Height => $"blockHeight {proof.Height}: the header has {proof.Header.Height}",
        RecordProofFault.MerkleRoot => $"merkleRoot {proof.MerkleRoot}: the header has {proof.Header.MerkleRoot}",
        RecordProofFault.Inclusion => "record: does not stand at its place under the Merkle root, by the audit path",
        RecordProofFault.Hash => $"blockHash {proof.Hash}: that of the header is {proof.Header.Hash()}",
        RecordProofFault.ProofOfWork => $"blockHash {proof.Hash}: does not fit the header's difficulty, {proof.Header.DifficultyBits}",
        _ => "signature: is not the signing key's of the block's hash, or not the lower one of the two that fit",
    };

    private static void Write(Heading heading, RecordProof proof, bool isCheckpoint)
    {
        var header = proof.Header;
        heading.Write("Proven", string.Create(
            CultureInfo.InvariantCulture, $"The record of {proof.Record.Length} bytes is one of the records of a block of height {proof.Height}."));
        heading.Write("", $"The hash of that block fits difficulty {header.DifficultyBits} and is");
        heading.Write("", $"{proof.Hash}{(isCheckpoint ? ", the checkpoint." : ".")}");
        heading.Write("", "The owner of this key has signed it:");
        heading.Write("", Convert.ToHexStringLower(proof.SigningKey.Bytes));
        heading.Write("Not proven", isCheckpoint
            ? "That the checkpoint is a block of the chain: it is as good as its source."
            : "That the block is on the chain: compare its hash with a source that you trust, such as a checkpoint or another copy of the chain.");
        heading.Write("", $"That the key is that of {Printable.Shorten(proof.Author, 40)}, as the proof says: compare it with the chain's genesis block.");
        heading.Write("", string.Create(
            CultureInfo.InvariantCulture,
            $"That the record is number {proof.Inclusion.Index} of 0 to {proof.Inclusion.Count - 1}: a Merkle root does not tell how many there are."));
    }
}
