using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace MovieChain.Simulation;

/// <summary>
/// What the genesis block says of the run: every option that decides its results, but for the number of weeks, so that a longer
/// run begins with the chain of a shorter one. Pairs of name and value, each as length 2 (big-endian) and UTF-8.
/// </summary>
internal static class GenesisStatement
{
    public static byte[] Of(SimulationOptions options)
    {
        using var stream = new MemoryStream();
        Write("seed", Number(options.Seed));
        Write("films", Number(options.Films));
        Write("slate", Number(options.Slate));
        Write("consent", Number(options.Consent));
        Write("privacyStrictness", Number(options.PrivacyStrictness));
        Write("drift", Number(options.Drift));
        Write("recommender", options.Recommender.ToString().ToLowerInvariant());
        Write("rank", Number(options.Rank));
        for (var provider = 0; provider < options.Providers.Length; provider++)
        {
            Write("customers", Number(options.Providers[provider].Customers));
            Write("reads", string.Join(',', options.Access.ReadBy(provider).Select(Number)));
        }

        return stream.ToArray();

        void Write(string name, string value)
        {
            WriteText(name);
            WriteText(value);
        }

        void WriteText(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Span<byte> length = stackalloc byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)bytes.Length));
            stream.Write(length);
            stream.Write(bytes);
        }
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
