using System.Security.Cryptography;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>Files that are not what this program writes.</summary>
public sealed class BadKeyFolderTests : IDisposable
{
    private const string Secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /// <summary>A key on P-256 that spells the curve out instead of naming it.</summary>
    private const string ExplicitCurve = """
        -----BEGIN PRIVATE KEY-----
        MIIBeQIBADCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP////8AAAAB
        AAAAAAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA
        ///////////////8BCBaxjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMV
        AMSdNgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg
        9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8A
        AAAA//////////+85vqtpxeehPO5ysL8YyVRAgEBBG0wawIBAQQgfa4FIMkXiCvO
        vD0TNrlRejUOxjTJkLOcHloV7ckkzgChRANCAARqS85kiyz2Rwf7upiJbyzfAv7Z
        dhaveNVFBjE0bDXYz1oC7TMpjsb5xwQqmIBs+WCVkJVvRgdJxx7IBm+DXD7Y
        -----END PRIVATE KEY-----
        """;

    private static readonly SimulationOptions _options = SmallRuns.Options("random", weeks: 1);
    private static readonly Chain _chain = SmallRuns.Run(_options).Chain;

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public BadKeyFolderTests() => KeyFolderTests.Write(_folder, _options, _chain, ProviderId.At(1));

    public static TheoryData<string> Contents =>
    [
        "",
        "nonsense",
        "null",
        "[]",
        "3",
        "{}",
        "{ \"genesis\": \"G\" }",
        "{ \"genesis\": 3, \"members\": {} }",
        "{ \"genesis\": null, \"members\": {} }",
        "{ \"genesis\": \"g\", \"members\": {} }",
        "{ \"genesis\": \"G\", \"members\": [] }",
        "{ \"genesis\": \"G\", \"members\": { \"Hulu\": [] } }",
        "{ \"genesis\": \"G\", \"members\": { \"Nobody\": {} } }",
        "{ \"genesis\": \"G\", \"members\": { \"hulu\": {} } }",
        "{ \"genesis\": \"G\", \"members\": { \"\\ud800\": {} } }",
        Of("\"1\": \"\""),
        Of("\"1\": \"00\""),
        Of($"\"1\": \"{Secret}00\""),
        Of($"\"1\": \"{Secret[1..]}g\""),
        Of("\"1\": null"),
        Of("\"1\": 1"),
        Of($"\"\": \"{Secret}\""),
        Of($"\"-1\": \"{Secret}\""),
        Of($"\"1.5\": \"{Secret}\""),
        Of($"\" 1\": \"{Secret}\""),
        Of($"\"1000000\": \"{Secret}\""),
        Of($"\"2147483648\": \"{Secret}\""),
        Of($"\"99999999999999999999\": \"{Secret}\""),
        Of($"\"1\": \"{Secret}\", \"1\": \"{Secret}\""),
        Of($"\"1\": \"{Secret}\", \"01\": \"{Secret}\""),
        new string('[', 1000),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Contents))]
    public void Secrets_that_are_not_as_this_program_writes_them_are_refused_by_file(string text)
    {
        var path = Path.Combine(_folder, "Hulu.secrets.json");
        File.WriteAllText(path, text.Replace("\"G\"", $"\"{_chain.Blocks[0].Hash}\"", StringComparison.Ordinal));

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_another_chain_are_refused()
    {
        var other = Assert.Throws<InvalidDataException>(() => KeyFolder.Read(_folder, _chain.Rules, Samples.Hash(1), ProviderId.At(1)));

        Assert.Contains("another chain", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_the_providers_is_refused()
    {
        foreach (var key in (PrivateKey[])[Samples.AgreementKeys[0], Samples.Keys[1]])
        {
            File.WriteAllText(Path.Combine(_folder, "Hulu.agreement.pem"), key.ToPem());
            Assert.Contains("Hulu", Assert.Throws<InvalidDataException>(() => Read()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_private_key_on_the_curve_is_refused_by_file()
    {
        using var signer = ECDsa.Create(Samples.AgreementKeys[1].Public.Parameters);
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var otherKind = RSA.Create();
        var path = Path.Combine(_folder, "Hulu.agreement.pem");
        string[] texts =
        [
            "",
            "nonsense",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            signer.ExportSubjectPublicKeyInfoPem(),
            otherCurve.ExportPkcs8PrivateKeyPem(),
            otherKind.ExportPkcs8PrivateKeyPem(),
            otherKind.ExportRSAPrivateKeyPem(),
            Samples.AgreementKeys[1].ToPem() + "\n" + Samples.AgreementKeys[1].ToPem(),
            ExplicitCurve,
        ];

        foreach (var text in texts)
        {
            File.WriteAllText(path, text);
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => Read()).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Hulu.agreement.pem")]
    [InlineData("Hulu.secrets.json")]
    public void A_missing_file_is_an_IO_fault(string file)
    {
        File.Delete(Path.Combine(_folder, file));
        Assert.ThrowsAny<IOException>(() => Read());
    }

    [Fact]
    public void The_signing_key_is_not_needed_for_reading()
    {
        File.Delete(Path.Combine(_folder, "Hulu.signing.pem"));
        Assert.Equal(Samples.AgreementKeys[1].Public.Bytes, Read().AgreementKey.Public.Bytes);
    }

    private (PrivateKey AgreementKey, IConsentRegistry Registry) Read() => KeyFolder.Read(_folder, _chain.Rules, _chain.Blocks[0].Hash, ProviderId.At(1));

    private static string Of(string members) => $$"""{ "genesis": "G", "members": { "Hulu": { {{members}} } } }""";
}
