using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using MovieChain.Tests.ChainFormat.Independent;
using MovieChain.Tests.CommandLine;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.ChainFormat;

/// <summary>A reader that follows docs/chain.md and shares no code with the program reads what the program writes.</summary>
public sealed class VectorChainTests
{
    private const int North = 0;
    private const int South = 1;

    private static readonly BigInteger _order = BigInteger.Parse(
        "00FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [Fact]
    public void The_vector_chain_verifies_and_states_its_run()
    {
        var chain = VectorChain.Parse();
        Assert.Equal(5, chain.Blocks.Count);
        Assert.Equal(["North", "South"], chain.Authors.Select(author => author.Name));
        Assert.Equal([0, 0, 1, 0, 1], chain.Blocks.Select(block => block.Author));
        Assert.Equal(
            "seed=7 films=8 slate=3 consent=0.8 privacyStrictness=0.5 drift=1 seal=true revoke=0.5@2 recommender=mf rank=16 "
                + "customers=3 reads=0 customers=3 reads=0,1",
            string.Join(' ', chain.Statement.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData(North)]
    [InlineData(South)]
    public async Task Key_files_open_the_orders_that_the_program_shows(int provider)
    {
        var chain = VectorChain.Parse();
        var read = VectorChain.ReadAs(chain, provider);
        var shown = (await Invocation.RunAsync(
            "show", VectorChain.File, "--as", chain.Authors[provider].Name, "--keys", VectorChain.Keys, "--format", "json")).AssertSucceeded();
        Assert.Equal(OrdersIn(shown), Describe(chain, read.Opened));

        foreach (var owner in JsonElement.Parse(shown).GetProperty("owners").EnumerateArray())
        {
            var place = chain.Authors.ToList().FindIndex(author => author.Name == owner.GetProperty("name").GetString());
            var closed = read.Closed.Count(order => order.Owner == place);
            var isGranted = read.DataKeys.ContainsKey(place);
            Assert.Equal(isGranted ? closed : 0, owner.GetProperty("withdrawn").GetInt32());
            Assert.Equal(isGranted ? 0 : closed, owner.GetProperty("notGranted").GetInt32());
        }
    }

    /// <summary>The chain holds each kind of order, opened and closed.</summary>
    [Fact]
    public void The_vector_chain_holds_every_case()
    {
        var south = VectorChain.ReadAs(VectorChain.Parse(), South);
        Assert.Contains(south.Opened, order => order is { Place.Owner: North, Order.Member: not null });
        Assert.Contains(south.Opened, order => order is { Place.Owner: North, Order.Member: null });
        Assert.Contains(south.Opened, order => order.Order.Lines.Any(line => line is { IsBought: true, Hundredths: not null }));
        Assert.Contains(south.Opened, order => order.Order.Lines.Any(line => !line.IsBought));
        Assert.Contains(south.Closed, place => place.Owner == North);
    }

    [Fact]
    public void A_provider_without_a_grant_opens_nothing_of_the_others()
    {
        var chain = VectorChain.Parse();
        var own = VectorChain.LoadKeys(chain, North);
        AssertOpensNothingOfSouth(VectorChain.ReadAs(chain, North, own));

        // Neither the members' secrets nor another provider's place help without a grant that the agreement key opens.
        var secrets = VectorChain.LoadKeys(chain, South).Secrets;
        AssertOpensNothingOfSouth(VectorChain.ReadAs(chain, North, own with { Secrets = secrets }));
        Assert.Empty(VectorChain.ReadAs(chain, South, own with { Secrets = secrets }).Opened);

        static void AssertOpensNothingOfSouth(OrderReader reader)
        {
            Assert.DoesNotContain(South, reader.DataKeys.Keys);
            Assert.DoesNotContain(reader.Opened, order => order.Place.Owner == South);
            Assert.Contains(reader.Opened, order => order.Place.Owner == North);
        }
    }

    [Fact]
    public void A_grant_without_the_members_secret_opens_anonymous_orders_only()
    {
        var chain = VectorChain.Parse();
        var keys = VectorChain.LoadKeys(chain, South) with { Secrets = new Dictionary<(string, uint), byte[]>() };
        var opened = VectorChain.ReadAs(chain, South, keys).Opened;
        Assert.NotEmpty(opened);
        Assert.All(opened, order => Assert.Null(order.Order.Member));
    }

    [Fact]
    public async Task The_program_writes_the_same_chain_today_but_for_signatures()
    {
        using var folder = new ChainFolder();
        await WriteAsync(folder, $"{ChainDocument.VectorOptions} --keys {folder.PathOf("keys")}");
        var (expected, written) = (VectorChain.Parse(), ChainParser.Parse(File.ReadAllBytes(folder.Path)));
        Assert.Equal(expected.Blocks.Select(block => block.Header), written.Blocks.Select(block => block.Header));
        Assert.Equal(expected.Blocks.Select(block => block.Records), written.Blocks.Select(block => block.Records));
        foreach (var file in Directory.EnumerateFiles(VectorChain.Keys, "*.secrets.json"))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(folder.PathOf(Path.Combine("keys", Path.GetFileName(file)))));
        }
    }

    /// <summary>Nobody has withdrawn in week 1, so that its orders are those of the vector chain, in the clear.</summary>
    [Fact]
    public async Task Clear_records_are_what_the_sealed_ones_open_to()
    {
        using var folder = new ChainFolder();
        await WriteAsync(folder, $"{ChainDocument.VectorOptions.Replace(" --revoke 0.5@2", "", StringComparison.Ordinal)} --no-seal");
        var chain = VectorChain.Parse();
        var clear = ChainParser.Parse(File.ReadAllBytes(folder.Path));
        Assert.Contains(KeyValuePair.Create("seal", "false"), clear.Statement);
        var south = VectorChain.ReadAs(chain, South);
        foreach (var (place, order) in south.Opened.Where(order => order.Order.Week == 1))
        {
            var grants = chain.Blocks[place.Block].Records.Count(record => record is [3, ..]);
            Assert.Equivalent(order, OrderReader.Decode(clear.Blocks[place.Block].Records[place.Record - grants]), strict: true);
        }

        var shown = (await Invocation.RunAsync("show", folder.Path, "--as", "South", "--format", "json")).AssertSucceeded();
        var all =
            from height in Enumerable.Range(1, clear.Blocks.Count - 1)
            from record in Enumerable.Range(1, clear.Blocks[height].Records.Length - 1)
            select (new OrderPlace(height, record, clear.Blocks[height].Author), OrderReader.Decode(clear.Blocks[height].Records[record]));
        Assert.Equal(OrdersIn(shown), Describe(clear, all));
    }

    [Fact]
    public void The_secrets_of_a_simulation_derive_from_its_seed()
    {
        var chain = VectorChain.Parse();
        var seed = ulong.Parse(chain.Statement.First(pair => pair.Key == "seed").Value, CultureInfo.InvariantCulture);
        for (byte provider = North; provider <= South; provider++)
        {
            Assert.Equal(chain.Authors[provider].SigningKey, PublicKeyOf(KeyDerivation.ScalarFromSeed(seed, 1, provider, _order)));
            Assert.Equal(chain.Authors[provider].AgreementKey, PublicKeyOf(KeyDerivation.ScalarFromSeed(seed, 2, provider, _order)));
            Assert.Equal(VectorChain.ReadAs(chain, provider).DataKeys[provider], KeyDerivation.FromSeed(seed, 3, provider, 0, 32));
            using var signing = ECDsa.Create();
            signing.ImportFromPem(File.ReadAllText(Path.Combine(VectorChain.Keys, $"{chain.Authors[provider].Name}.signing.pem")));
            Assert.Equal(KeyDerivation.ScalarFromSeed(seed, 1, provider, _order), signing.ExportParameters(includePrivateParameters: true).D);
        }

        foreach (var ((owner, member), secret) in VectorChain.LoadKeys(chain, South).Secrets)
        {
            var place = chain.Authors.ToList().FindIndex(author => author.Name == owner);
            Assert.Equal(secret, KeyDerivation.FromSeed(seed, 4, (byte)place, (int)member, 32));
        }

        static byte[] PublicKeyOf(byte[] scalar)
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return [.. point.X!, .. point.Y!];
        }
    }

    [Fact]
    public async Task The_audit_path_of_every_record_leads_to_the_Merkle_root()
    {
        var chain = VectorChain.Parse();
        for (var height = 0; height < chain.Blocks.Count; height++)
        {
            for (var record = 0; record < chain.Blocks[height].Records.Length; record++)
            {
                var shown = (await Invocation.RunAsync("show", VectorChain.File, "--proof", $"{height}:{record}")).AssertSucceeded();
                var proof = JsonElement.Parse(shown);
                Assert.Equal(chain.Blocks[height].Header, Bytes(proof.GetProperty("header")));
                Assert.Equal(chain.Blocks[height].Hash, Bytes(proof.GetProperty("blockHash")));
                Assert.True(ChainParser.VerifySignature(
                    Bytes(proof.GetProperty("signingKey")), Bytes(proof.GetProperty("blockHash")), Bytes(proof.GetProperty("signature"))));
                var root = Hashing.RootOf(
                    Bytes(proof.GetProperty("record")),
                    proof.GetProperty("recordIndex").GetInt32(),
                    proof.GetProperty("recordCount").GetInt32(),
                    [.. proof.GetProperty("auditPath").EnumerateArray().Select(Bytes)]);
                Assert.Equal(chain.Blocks[height].Header[56..88], root);
                Assert.Equal(root, Bytes(proof.GetProperty("merkleRoot")));
            }
        }

        static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!);
    }

    private static async Task WriteAsync(ChainFolder folder, string options)
    {
        var words = options.Split(' ').Select(word => word.Replace(VectorChain.Folder, VectorChain.PathOf(""), StringComparison.Ordinal));
        (await Invocation.RunAsync([.. words, "--chain", folder.Path])).AssertSucceeded();
    }

    private static IEnumerable<string> Describe(ParsedChain chain, IEnumerable<(OrderPlace Place, ParsedOrder Order)> orders) =>
        from order in orders
        let lines = order.Order.Lines.Select(line => $"{line.Film} {line.IsBought} {line.Hundredths}")
        select $"{order.Place.Block}:{order.Place.Record} {chain.Authors[order.Place.Owner].Name} week {order.Order.Week} "
            + $"member {order.Order.Member}: {string.Join(", ", lines)}";

    private static IEnumerable<string> OrdersIn(string json) =>
        from order in JsonElement.Parse(json).GetProperty("orders").EnumerateArray()
        let lines =
            from line in order.GetProperty("lines").EnumerateArray()
            let rating = line.GetProperty("rating")
            let hundredths = rating.ValueKind == JsonValueKind.Null ? (int?)null : (int)(rating.GetDecimal() * 100)
            select $"{line.GetProperty("film")} {line.GetProperty("bought").GetBoolean()} {hundredths}"
        select $"{order.GetProperty("block")}:{order.GetProperty("record")} {order.GetProperty("owner")} week {order.GetProperty("week")} "
            + $"member {order.GetProperty("member")}: {string.Join(", ", lines)}";
}
