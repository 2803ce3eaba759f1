using System.Security.Cryptography;
using System.Text;
using MovieChain.Tests.ChainFormat.Independent;
using MovieChain.Tests.CommandLine;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.ChainFormat;

/// <summary>What docs/chain.md quotes is what the program prints and what the vector files hold.</summary>
public sealed class ChainDocumentTests
{
    private const string Folder = "my-run";
    private const string Left = "\n       ⋮\n";

    /// <summary>A line with ⋮ stands for lines left out.</summary>
    [Fact]
    public async Task Every_command_prints_what_is_quoted_below_it()
    {
        using var folder = new ChainFolder();
        var run = 0;
        foreach (var (command, output) in ChainDocument.Commands())
        {
            if (ChainDocument.OptionsOf(command) is not { } options)
            {
                Assert.Equal($"mkdir {Folder}", command);
                continue;
            }

            var words = options.Split(" > ")[0].Split(' ').Select(PathOf).ToArray();
            var printed = (await Invocation.RunAsync(words)).AssertSucceeded();
            if (options.Split(" > ") is [_, var file])
            {
                File.WriteAllText(PathOf(file), printed);
            }

            AssertQuoted(output, printed);
            run++;
        }

        Assert.InRange(run, 8, 20);

        string PathOf(string word) =>
            word.StartsWith($"{Folder}/", StringComparison.Ordinal) ? folder.PathOf(word[(Folder.Length + 1)..])
            : word.StartsWith(VectorChain.Folder, StringComparison.Ordinal) ? VectorChain.PathOf(word[(VectorChain.Folder.Length + 1)..])
            : word;

        static void AssertQuoted(string output, string printed)
        {
            if (output.Length == 0)
            {
                return;
            }

            if (output.Split(Left) is not [var first, var last])
            {
                Assert.Equal(printed, output);
                return;
            }

            Assert.StartsWith(first, printed, StringComparison.Ordinal);
            Assert.EndsWith(last, printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_bytes_are_those_of_the_vector_files()
    {
        var quoted = ChainDocument.Bytes();
        var computed = Stages().ToDictionary(stage => stage.Name, stage => Convert.ToHexStringLower(stage.Bytes));
        Assert.Equal(computed.Keys.Order(), quoted.Keys.Order());
        Assert.All(computed, stage => Assert.Equal(stage.Value, quoted[stage.Key]));
    }

    [Fact]
    public void The_secrets_file_is_that_of_the_vector()
    {
        var secrets = File.ReadAllText(Path.Combine(VectorChain.Keys, "South.secrets.json"));
        Assert.Contains($"```\n{secrets}\n```\n", ChainDocument.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Stages()
    {
        const int North = 0;
        const int South = 1;
        var chain = VectorChain.Parse();
        var keys = VectorChain.LoadKeys(chain, South);
        var genesis = chain.GenesisHash;
        yield return ("genesis hash", genesis);

        var grant = chain.Blocks[1].Records[2];
        var shared = KeyDerivation.SharedSecret(keys.Agreement, chain.Authors[North].AgreementKey);
        var dataKey = VectorChain.ReadAs(chain, South).DataKeys[North];
        yield return ("grant record", grant);
        yield return ("owner agreement key", chain.Authors[North].AgreementKey);
        yield return ("reader agreement key", chain.Authors[South].AgreementKey);
        yield return ("shared secret", shared);
        yield return ("grant info", [.. "MovieChain grant"u8, North, South]);
        yield return ("wrapping key", KeyDerivation.WrappingKey(shared, genesis, North, South));
        yield return ("data key", dataKey);

        var block = chain.Blocks[3];
        var secret = keys.Secrets[("North", 1)];
        yield return ("member secret", secret);
        yield return ("member key input", [.. dataKey, .. secret]);
        yield return ("member key info", [.. "MovieChain member"u8, North]);
        var memberKey = KeyDerivation.MemberKey(dataKey, secret, genesis, North);
        yield return ("member key", memberKey);
        var order = block.Records[1];
        var clear = OrderReader.Open(memberKey, order, new OrderPlace(3, 1, North))!;
        yield return ("order clear record", clear);
        yield return ("order additional data", order[..7]);
        yield return ("order nonce", KeyDerivation.Nonce(3, 1));
        yield return ("order plaintext", clear[7..]);
        yield return ("order ciphertext", order[7..^16]);
        yield return ("order tag", order[^16..]);
        yield return ("order sealed record", order);
        yield return ("order leaf hash", Hashing.Leaf(order));

        yield return ("anonymous key info", [.. "MovieChain anonymous line"u8, North]);
        var anonymousKey = KeyDerivation.AnonymousKey(dataKey, genesis, North);
        yield return ("anonymous key", anonymousKey);
        var anonymous = block.Records[2];
        yield return ("anonymous clear record", OrderReader.Open(anonymousKey, anonymous, new OrderPlace(3, 2, North))!);
        yield return ("anonymous additional data", anonymous[..3]);
        yield return ("anonymous nonce", KeyDerivation.Nonce(3, 2));
        yield return ("anonymous sealed record", anonymous);
        yield return ("anonymous leaf hash", Hashing.Leaf(anonymous));

        yield return ("author record", block.Records[0]);
        yield return ("author leaf hash", Hashing.Leaf(block.Records[0]));
        yield return ("Merkle root", Hashing.MerkleRoot(block.Records));
        yield return ("header", block.Header);
        yield return ("block hash", SHA256.HashData(block.Header));
        yield return ("signature", block.Signature);
        yield return ("signing key", chain.Authors[North].SigningKey);
        yield return ("frame head", VectorChain.Bytes[1317..1329]);
        yield return ("checksum example", CheckValue());
    }

    /// <summary>The check value of CRC-32C that its catalogues give.</summary>
    private static byte[] CheckValue()
    {
        var checksum = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(checksum, Hashing.Crc32C(Encoding.ASCII.GetBytes("123456789")));
        return checksum;
    }
}
