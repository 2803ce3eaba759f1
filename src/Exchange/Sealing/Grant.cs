using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>
/// An owner's data key, wrapped for one reader: kind 1 · the reader's number 2 · the key, encrypted 32 · authentication tag 16. The
/// wrapping key derives from the shared secret of the two agreement keys (ECDH, then HKDF with the hash of genesis as salt). It encrypts
/// only this data key, so its nonce can be zero.
/// </summary>
internal static class Grant
{
    /// <summary>The first byte of such a record.</summary>
    public const byte Kind = 3;

    private const int ReaderStart = 1;
    private const int KeyStart = 3;
    private const int TagLength = 16;
    private const int NonceLength = 12;
    private const int Length = KeyStart + SimulatedSecrets.Length + TagLength;

    /// <summary>The record that grants an owner's data key to a reader.</summary>
    /// <param name="dataKey">The owner's data key, 32 bytes.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="ownerKey">The owner's agreement key.</param>
    /// <param name="reader">The reader; can be the owner.</param>
    /// <param name="readerKey">The reader's public agreement key.</param>
    /// <param name="genesis">The hash of the genesis block.</param>
    public static byte[] Write(ReadOnlySpan<byte> dataKey, ProviderId owner, PrivateKey ownerKey, ProviderId reader, PublicKey readerKey, Hash256 genesis)
    {
        var record = new byte[Length];
        record[0] = Kind;
        BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(ReaderStart), reader.Index);
        using var cipher = WrappingCipher(ownerKey, readerKey, owner, reader, genesis);
        Span<byte> nonce = stackalloc byte[NonceLength];
        nonce.Clear();
        cipher.Encrypt(nonce, dataKey, record.AsSpan(KeyStart, SimulatedSecrets.Length), record.AsSpan(^TagLength..), record.AsSpan(0, KeyStart));
        return record;
    }

    /// <summary>The number of the reader of a grant; null if the record is not a grant.</summary>
    public static int? ReaderOf(ReadOnlySpan<byte> record) =>
        record.Length == Length && record[0] == Kind ? BinaryPrimitives.ReadUInt16BigEndian(record[ReaderStart..]) : null;

    /// <summary>Opens a grant; null if the record is not a grant to this reader, or if the key does not open it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="owner">The author of the record.</param>
    /// <param name="ownerKey">The public agreement key of the owner.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="readerKey">The reader's agreement key.</param>
    /// <param name="genesis">The hash of the genesis block.</param>
    public static byte[]? TryOpen(
        ReadOnlySpan<byte> record, ProviderId owner, PublicKey ownerKey, ProviderId reader, PrivateKey readerKey, Hash256 genesis)
    {
        if (ReaderOf(record) != reader.Index)
        {
            return null;
        }

        using var cipher = WrappingCipher(readerKey, ownerKey, owner, reader, genesis);
        Span<byte> nonce = stackalloc byte[NonceLength];
        nonce.Clear();
        var dataKey = new byte[SimulatedSecrets.Length];
        try
        {
            cipher.Decrypt(nonce, record.Slice(KeyStart, SimulatedSecrets.Length), record[^TagLength..], dataKey, record[..KeyStart]);
            return dataKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm WrappingCipher(PrivateKey own, PublicKey other, ProviderId owner, ProviderId reader, Hash256 genesis)
    {
        Span<byte> salt = stackalloc byte[Hash256.Length];
        genesis.CopyTo(salt);
        Span<byte> key = stackalloc byte[RecordKeys.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, own.Agree(other), key, salt, [.. "MovieChain grant"u8, owner.Index, reader.Index]);
        return new AesGcm(key, TagLength);
    }
}
