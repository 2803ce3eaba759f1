using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>
/// A folder with the secrets of each provider: for Hulu, <c>Hulu.signing.pem</c> and <c>Hulu.agreement.pem</c> (PKCS #8), and
/// <c>Hulu.secrets.json</c> with the secrets of the members whose records were granted to it. With the chain and these files a provider can
/// read all records that were granted to it.
/// </summary>
internal static class KeyFolder
{
    private const string SigningSuffix = ".signing.pem";
    private const string AgreementSuffix = ".agreement.pem";
    private const string SecretsSuffix = ".secrets.json";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The names of a provider's files.</summary>
    public static IEnumerable<string> FilesOf(string provider) =>
        new[] { SigningSuffix, AgreementSuffix, SecretsSuffix }.Select(suffix => FileName(provider) + suffix);

    /// <summary>Writes files of providers, all or none, with access for the user only. Never overwrites a file.</summary>
    /// <param name="folder">The folder; created if it does not exist.</param>
    /// <param name="files">Names and contents, as <see cref="Files"/> makes them.</param>
    /// <exception cref="IOException">A file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    public static void Write(string folder, IEnumerable<(string Name, byte[] Content)> files) =>
        DurableFolder.AddFiles(folder, files, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>A provider's files: names and contents.</summary>
    /// <param name="rules">The rules of the chain.</param>
    /// <param name="genesis">The hash of the genesis block.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="granted">The owners whose records were granted to it.</param>
    /// <param name="secrets">The source of the keys.</param>
    /// <param name="registry">The secrets of the members.</param>
    public static IEnumerable<(string Name, byte[] Content)> Files(
        ChainRules rules,
        Hash256 genesis,
        ProviderId provider,
        IEnumerable<ProviderId> granted,
        SimulatedSecrets secrets,
        IConsentRegistry registry)
    {
        var name = FileName(rules.Authors[provider.Index].Name);
        yield return (name + SigningSuffix, _utf8.GetBytes(secrets.SigningKey(provider).ToPem() + "\n"));
        yield return (name + AgreementSuffix, _utf8.GetBytes(secrets.AgreementKey(provider).ToPem() + "\n"));
        yield return (name + SecretsSuffix, SecretsText(rules, genesis, granted, registry));
    }

    /// <summary>Reads the keys and secrets with which a provider reads the chain.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rules">The rules of the chain.</param>
    /// <param name="genesis">The hash of the genesis block.</param>
    /// <param name="provider">The provider.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    /// <exception cref="InvalidDataException">A file is malformed or belongs to another chain or provider.</exception>
    public static (PrivateKey AgreementKey, IConsentRegistry Registry) Read(string folder, ChainRules rules, Hash256 genesis, ProviderId provider)
    {
        var author = rules.Authors[provider.Index];
        var path = Path.Combine(folder, FileName(author.Name));
        return (ReadAgreementKey(path + AgreementSuffix, author), ReadSecrets(path + SecretsSuffix, rules, genesis));
    }

    private static PrivateKey ReadAgreementKey(string path, Author author)
    {
        try
        {
            var key = PrivateKey.FromPem(File.ReadAllText(path));
            return key.Public.Bytes.SequenceEqual(author.AgreementKey.Bytes)
                ? key
                : throw new InvalidDataException($"{path} is not the agreement key of {author.Name} on this chain");
        }
        catch (CryptographicException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}");
        }
    }

    private static byte[] SecretsText(ChainRules rules, Hash256 genesis, IEnumerable<ProviderId> granted, IConsentRegistry registry)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("genesis", genesis.ToString());
        json.WriteStartObject("members");
        Span<byte> secret = stackalloc byte[SimulatedSecrets.Length];
        foreach (var owner in granted)
        {
            json.WriteStartObject(rules.Authors[owner.Index].Name);
            for (var number = 0; number < registry.MemberCount(owner); number++)
            {
                if (registry.TryGetSecret(new MemberId(owner, number), secret))
                {
                    json.WriteString(number.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(secret));
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return text.WrittenSpan.ToArray();
    }

    private static HeldSecrets ReadSecrets(string path, ChainRules rules, Hash256 genesis)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.GetProperty("genesis").GetString() != genesis.ToString())
            {
                throw new InvalidDataException($"{path} belongs to another chain");
            }

            var secrets = new Dictionary<MemberId, byte[]>();
            foreach (var owner in document.RootElement.GetProperty("members").EnumerateObject())
            {
                var place = Enumerable.Range(0, rules.Authors.Length).First(author => rules.Authors[author].Name == owner.Name);
                foreach (var member in owner.Value.EnumerateObject())
                {
                    secrets.Add(new MemberId(ProviderId.At(place), ReadNumber(member.Name)), ReadSecret(member.Value.GetString()!));
                }
            }

            return new HeldSecrets(secrets);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} does not hold secrets of members as this program writes them");
        }
    }

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < HeldSecrets.MaxMembers
            ? number
            : throw new FormatException();

    private static byte[] ReadSecret(string text)
    {
        var secret = Convert.FromHexString(text);
        return secret.Length == SimulatedSecrets.Length ? secret : throw new FormatException();
    }

    /// <summary>A provider's name with the characters escaped that file systems reject.</summary>
    private static string FileName(string provider)
    {
        var name = new StringBuilder();
        foreach (var character in provider)
        {
            name.Append(char.IsControl(character) || @"/\%<>""|*?:".Contains(character, StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"%{(int)character:X2}")
                : character.ToString());
        }

        return name.ToString();
    }
}
