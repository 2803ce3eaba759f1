using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieChain.Exchange.Records;

namespace MovieChain.Exchange.Sealing;

/// <summary>
/// Encrypts and decrypts single orders with AES-256-GCM (SP 800-38D). The nonce is the record's place on the chain, height 8 · number 4, so
/// that no nonce occurs twice.
/// </summary>
internal static class RecordCipher
{
    private const int NonceLength = 12;

    /// <summary>Writes the sealed form of an order.</summary>
    public static void Seal(ReadOnlySpan<byte> key, long height, int index, ReadOnlySpan<byte> order, Span<byte> record)
    {
        var head = SealedOrder.HeadLength(order[0]);
        SealedOrder.WriteHead(record, order);
        Span<byte> nonce = stackalloc byte[NonceLength];
        WriteNonce(nonce, height, index);
        using var cipher = new AesGcm(key, SealedOrder.TagLength);
        cipher.Encrypt(nonce, order[head..], record[head..^SealedOrder.TagLength], record[^SealedOrder.TagLength..], record[..head]);
    }

    /// <summary>Decrypts an order; false, and nothing is written, if the key is wrong or the record was changed.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> key, long height, int index, SealedOrder record, Span<byte> order)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        WriteNonce(nonce, height, index);
        using var cipher = new AesGcm(key, SealedOrder.TagLength);
        try
        {
            cipher.Decrypt(nonce, record.Ciphertext, record.Tag, order[record.Head.Length..], record.Head);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        record.WriteOpenedHead(order);
        return true;
    }

    private static void WriteNonce(Span<byte> nonce, long height, int index)
    {
        BinaryPrimitives.WriteInt64BigEndian(nonce, height);
        BinaryPrimitives.WriteInt32BigEndian(nonce[sizeof(long)..], index);
    }
}
