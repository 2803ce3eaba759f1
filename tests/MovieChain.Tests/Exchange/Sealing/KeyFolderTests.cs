using System.Text.Json;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Learning;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>The chain and a provider's own files are all that it takes to read what was granted to it.</summary>
public sealed class KeyFolderTests : IDisposable
{
    private static readonly SimulationOptions _options =
        SmallRuns.Options("random", weeks: 3) with { Consent = 0.7, Revoke = new(0.4, new Week(3)) };

    private static readonly Chain _chain = SmallRuns.Run(_options).Chain;

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    private static Hash256 Genesis => _chain.Blocks[0].Hash;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_providers_three_files_open_what_the_provider_could_open_itself_and_no_more(int place)
    {
        var provider = ProviderId.At(place);
        Array.ForEach([0, 1, 2], each => Write(_folder, _options, _chain, ProviderId.At(each)));
        var alone = Directory.CreateDirectory(Path.Combine(_folder, "alone")).FullName;
        foreach (var file in KeyFolder.FilesOf(_options.Providers[place].Name))
        {
            File.Copy(Path.Combine(_folder, file), Path.Combine(alone, file));
        }

        var (key, registry) = KeyFolder.Read(alone, _chain.Rules, Genesis, provider);

        var own = LedgerAccess.Of(_options.Access, _options.Seal, new SimulatedSecrets(1), provider, _chain.Rules, _chain.Blocks[0].Hash).Reader;
        var expected = KnownTo(own, RunExchange.RegistryAfter(_options, new Week(3)));
        Assert.True(expected.Lines > 0);
        Assert.Equal(Known.Describe(expected), Known.Describe(KnownTo(new KeyReader(provider, key, _chain.Rules, Genesis), registry)));
    }

    [Fact]
    public void Members_who_do_not_consent_or_have_withdrawn_are_not_in_the_files_nor_are_those_of_other_owners()
    {
        Write(_folder, _options, _chain, ProviderId.At(1));
        var atFirst = RunExchange.RegistryAfter(_options, new Week(2));
        var atLast = RunExchange.RegistryAfter(_options, new Week(3));

        var text = File.ReadAllText(Path.Combine(_folder, "Hulu.secrets.json"));

        foreach (var provider in (ProviderId[])[ProviderId.At(0), ProviderId.At(1), ProviderId.At(2)])
        {
            var isGranted = provider.Index < 2;
            Assert.Equal(isGranted, JsonElement.Parse(text).GetProperty("members").TryGetProperty(_options.Providers[provider.Index].Name, out var listed));
            Assert.Equal(
                isGranted ? Enumerable.Range(0, 12).Where(number => atLast.Holds(new(provider, number))).Select(number => $"{number}") : [],
                isGranted ? listed.EnumerateObject().Select(member => member.Name) : []);
            Assert.True(Enumerable.Range(0, 12).Count(number => atFirst.Holds(new(provider, number)) && !atLast.Holds(new(provider, number))) > 1);
            for (var number = 0; number < 12; number++)
            {
                var secret = new byte[SimulatedSecrets.Length];
                new SimulatedSecrets(1).DeriveMemberSecret(new MemberId(provider, number), secret);
                Assert.Equal(
                    isGranted && atLast.Holds(new(provider, number)), text.Contains(Convert.ToHexString(secret), StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void The_signing_key_is_the_one_on_genesis()
    {
        Write(_folder, _options, _chain, ProviderId.At(2));

        var key = PrivateKey.FromPem(File.ReadAllText(Path.Combine(_folder, "Prime.signing.pem")));

        Assert.Equal(_chain.Rules.Authors[2].SigningKey.Bytes, key.Public.Bytes);
    }

    [Fact]
    public void Nobody_but_their_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write(_folder, _options, _chain, ProviderId.At(0));

        Assert.Equal(3, Directory.GetFiles(_folder).Length);
        foreach (var file in Directory.GetFiles(_folder))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("Netflix.signing.pem")]
    [InlineData("Netflix.agreement.pem")]
    [InlineData("Netflix.secrets.json")]
    public void No_file_is_overwritten(string file)
    {
        File.WriteAllText(Path.Combine(_folder, file), "precious");

        Assert.ThrowsAny<IOException>(() => Write(_folder, _options, _chain, ProviderId.At(0)));

        Assert.Equal("precious", File.ReadAllText(Path.Combine(_folder, file)));
    }

    [Fact]
    public void A_folder_is_made_where_there_is_none()
    {
        var deep = Path.Combine(_folder, "a", "b");

        Write(deep, _options, _chain, ProviderId.At(0));

        Assert.Equal(KeyFolder.FilesOf("Netflix").Order(), Directory.GetFiles(deep).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("a/b", "a\\b", "a%2Fb", "a%b")]
    [InlineData("..", ".", "CON", "...")]
    [InlineData("Ünï", "Uni", "Üni", "ünïa")]
    [InlineData("日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日日", "日", "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬", "<>\"|*?")]
    [InlineData("////////////////////////////////", "/etc/passwd", "../x", "~")]
    public void Whatever_the_providers_are_called_each_has_files_of_its_own_in_the_folder(params string[] names)
    {
        var options = SmallRuns.Options("random", weeks: 1) with
        {
            Providers = [.. names.Select(name => new ProviderPlan(name, 3))],
            Access = AccessRule.Notebook(names.Length),
        };
        var chain = SmallRuns.Run(options).Chain;
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "keys")).FullName;
        for (var place = 0; place < names.Length; place++)
        {
            Write(inner, options, chain, ProviderId.At(place));
        }

        Assert.Equal([inner], Directory.GetFileSystemEntries(_folder));
        Assert.Equal(3 * names.Length, Directory.GetFiles(inner).Length);
        for (var place = 0; place < names.Length; place++)
        {
            var (key, registry) = KeyFolder.Read(inner, chain.Rules, chain.Blocks[0].Hash, ProviderId.At(place));
            Assert.Equal(chain.Rules.Authors[place].AgreementKey.Bytes, key.Public.Bytes);
            Assert.Equal(Enumerable.Range(0, place + 1), Enumerable.Range(0, names.Length).Where(owner => registry.MemberCount(ProviderId.At(owner)) > 0));
        }
    }

    internal static void Write(string folder, SimulationOptions options, Chain chain, ProviderId provider) => KeyFolder.Write(folder, KeyFolder.Files(
        chain.Rules,
        chain.Blocks[0].Hash,
        provider,
        options.Access.ReadBy(provider.Index).Select(ProviderId.At),
        new SimulatedSecrets((ulong)options.Seed),
        RunExchange.RegistryAfter(options, new Week(options.Weeks))));

    private static Interactions KnownTo(ILedgerReader reader, IConsentRegistry registry) =>
        LedgerImport.Read(Interactions.None(_options.Films), _chain.Blocks, _chain.Rules, reader, registry, new Workers(1));
}
