using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

public sealed partial class ProofTests : IDisposable
{
    private static readonly Chain _chain = Samples.SmallChain();
    private static readonly string _hash = _chain.Blocks[4].Hash.ToString();

    private readonly ChainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_proof_is_handed_out_of_a_chain_with_a_fault_even_behind_the_record()
    {
        var file = ChainBytes.Of(_chain.Blocks);
        file[^1] ^= 1;

        var shown = await Invocation.RunAsync("show", _folder.Write(file), "--proof", "1:1");

        shown.AssertFailed(4, "block 4 at byte ");
        Assert.Equal("", shown.Output);
    }

    [Fact]
    public async Task Every_record_has_a_proof_that_is_checked_without_the_chain()
    {
        var path = _folder.Write(_chain.Blocks);
        foreach (var block in _chain.Blocks)
        {
            for (var record = 0; record < block.Records.Count; record++)
            {
                var proof = (await Invocation.RunAsync("show", path, "--proof", $"{block.Header.Height}:{record}")).AssertSucceeded();
                var fields = JsonElement.Parse(proof);
                Assert.Equal(Convert.ToHexStringLower(block.Records[record]), fields.GetProperty("record").GetString());
                Assert.Equal(block.Hash.ToString(), fields.GetProperty("blockHash").GetString());

                var said = (await VerifyAsync(proof)).AssertSucceeded();
                Assert.Contains($"{block.Hash}.", said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_proof_says_what_it_shows_and_what_it_does_not()
    {
        var proof = await ProofAsync();

        Golden.AssertMatches(
            "proof.txt",
            $"{Signature().Replace(proof, "\"signature\": \"...\"")}\n{(await VerifyAsync(proof)).AssertSucceeded()}\n{(await VerifyAsync(proof, "--checkpoint", _hash)).AssertSucceeded()}");
    }

    [Fact]
    public async Task A_proof_comes_from_standard_input_as_well()
    {
        var (exitCode, output, error) = BuiltProgram.RunWithInput(await ProofAsync(), "verify", "--proof", "-");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(_hash, output, StringComparison.Ordinal);

        (exitCode, output, error) = BuiltProgram.RunWithInput("", "verify", "--proof", "-");
        Assert.Equal((4, ""), (exitCode, output));
        Assert.StartsWith("MovieChain: --proof -: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_must_be_the_hash_of_the_block()
    {
        var proof = await ProofAsync();
        var other = _chain.Blocks[3].Hash.ToString();

        (await VerifyAsync(proof, "--checkpoint", other)).AssertFailed(4, "blockHash", _hash, other);
        (await VerifyAsync(proof, "--checkpoint", other, "--checkpoint", _hash)).AssertSucceeded();
        (await VerifyAsync(proof, "--checkpoint", "00")).AssertRefused("--checkpoint 00");
    }

    [Theory]
    [InlineData("blockHeight", "3")]
    [InlineData("blockHeight", "9223372036854775807")]
    [InlineData("recordIndex", "1")]
    [InlineData("recordIndex", "3")]
    [InlineData("recordCount", "5")]
    [InlineData("recordCount", "2147483647")]
    [InlineData("record", "\"0708090b\"")]
    [InlineData("record", "\"\"")]
    [InlineData("auditPath", "[]")]
    [InlineData("merkleRoot", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("blockHash", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    public async Task A_proof_with_another_value_does_not_hold(string key, string value)
    {
        var said = key is "recordIndex" or "recordCount" or "auditPath" ? "record" : key;
        (await VerifyAsync(await ProofAsync(fields => fields[key] = JsonNode.Parse(value)))).AssertFailed(4, $"the proof does not hold: {said}");
    }

    [Theory]
    [InlineData("header")]
    [InlineData("blockHash")]
    [InlineData("signature")]
    [InlineData("signingKey")]
    [InlineData("record")]
    [InlineData("auditPath")]
    [InlineData("merkleRoot")]
    public async Task A_proof_with_any_other_digit_does_not_hold(string key)
    {
        var path = _folder.Write(_chain.Blocks);
        var proof = (await Invocation.RunAsync("show", path, "--proof", "4:2")).AssertSucceeded();
        var start = proof.IndexOf($"\"{key}\"", StringComparison.Ordinal) + key.Length + 2;
        var end = key == "auditPath" ? proof.IndexOf(']', start) : proof.IndexOf('\n', start);
        for (var place = start; place < end; place++)
        {
            if (char.IsAsciiHexDigitLower(proof[place]))
            {
                var changed = $"{proof[..place]}{(proof[place] == '0' ? '1' : '0')}{proof[(place + 1)..]}";
                (await VerifyAsync(changed)).AssertFailed(4);
            }
        }
    }

    [Theory]
    [InlineData("blockHeight", "-1", "must be a whole number from 0")]
    [InlineData("blockHeight", "4.0", "must be a whole number from 0")]
    [InlineData("blockHeight", "4e0", "must be a whole number from 0")]
    [InlineData("blockHeight", "-0", "must be a whole number from 0")]
    [InlineData("blockHeight", "\"4\"", "must be a whole number from 0")]
    [InlineData("blockHeight", "9223372036854775808", "must be a whole number from 0")]
    [InlineData("blockHeight", "null", "must be a whole number from 0")]
    [InlineData("recordIndex", "4", "must be a whole number from 0 to 3")]
    [InlineData("recordCount", "0", "must be a whole number from 1 to 2147483647")]
    [InlineData("recordCount", "2147483648", "must be a whole number from 1 to 2147483647")]
    [InlineData("header", "\"00\"", "must be 192 hexadecimal digits, lower case")]
    [InlineData("header", "null", "must be a text")]
    [InlineData("blockHash", "\"0\"", "must be 64 hexadecimal digits, lower case")]
    [InlineData("blockHash", "[]", "must be a text")]
    [InlineData("signature", "\"\"", "must be 128 hexadecimal digits, lower case")]
    [InlineData("signingKey", "\"ff\"", "must be 128 hexadecimal digits, lower case")]
    [InlineData("record", "\"070\"", "must be an even number of hexadecimal digits, lower case")]
    [InlineData("record", "\"0708090A\"", "must be an even number of hexadecimal digits, lower case")]
    [InlineData("record", "\"0708090g\"", "must be an even number of hexadecimal digits, lower case")]
    [InlineData("record", "7", "must be a text")]
    [InlineData("author", "1", "must be a text")]
    [InlineData("author", "\"\\ud800\"", "not valid Unicode")]
    [InlineData("auditPath", "\"\"", "must be a list of 0 to 31 hashes")]
    [InlineData("auditPath", "[\"\"]", "[0]", "must be 64 hexadecimal digits, lower case")]
    [InlineData("auditPath", "[0]", "[0]", "must be a text")]
    [InlineData("auditPath", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", "must be a list of 0 to 31 hashes")]
    [InlineData("merkleRoot", "true", "must be a text")]
    public async Task A_value_of_another_form_is_refused_by_its_key(string key, string value, params string[] said)
    {
        var proof = Regex.Replace(await ProofAsync(), $"\"{key}\": (\\[[^]]*\\]|\"[^\"]*\"|\\d+)", $"\"{key}\": {value}");

        (await VerifyAsync(proof)).AssertFailed(4, [.. said, .. said[0].Contains("Unicode", StringComparison.Ordinal) ? [] : (string[])[key]]);
    }

    [Fact]
    public async Task A_key_that_is_missing_or_twice_there_or_not_known_is_refused_by_its_name()
    {
        var proof = await ProofAsync();
        var keys = JsonElement.Parse(proof).EnumerateObject().Select(property => property.Name).Except(["program", "schema"]).ToList();
        Assert.Equal(11, keys.Count);
        foreach (var key in keys)
        {
            (await VerifyAsync(await ProofAsync(fields => fields.Remove(key)))).AssertFailed(4, $"{key}: is missing");
            (await VerifyAsync(proof.Replace("\n}", $",\n  \"{key}\": 0\n}}", StringComparison.Ordinal))).AssertFailed(4, $"{key}: stands there twice");
            (await VerifyAsync(await ProofAsync(fields => fields[key.ToUpperInvariant()] = 0))).AssertFailed(4, $"{key.ToUpperInvariant()}: is no key of a proof");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{} {}")]
    [InlineData("{\"record\": [[[]]]}")]
    [InlineData("// comment\n{}")]
    public async Task A_text_that_is_no_proof_is_refused_in_one_line(string text) => (await VerifyAsync(text)).AssertFailed(4, "--proof ");

    [Fact]
    public async Task A_key_that_is_no_point_of_the_curve_is_refused() =>
        (await VerifyAsync(await ProofAsync(fields => fields["signingKey"] = new string('0', 128)))).AssertFailed(4, "signingKey", "P-256");

    [Fact]
    public async Task A_file_of_any_length_is_refused_before_it_fills_memory()
    {
        var path = _folder.PathOf("zeros.json");
        using (var file = File.Create(path))
        {
            file.SetLength(1L << 36);
        }

        (await Invocation.RunAsync("verify", "--proof", path)).AssertFailed(4, "is longer than 1048576 bytes");
    }

    [Fact]
    public async Task The_longest_record_and_name_still_make_a_proof_that_can_be_read()
    {
        var chain = Chain.Begin(Samples.RulesFor(1, new string('\u0001', 60_000)), [], Samples.Keys[0], Samples.Miner());
        chain = Samples.Mine(chain, author: 0, time: 1, new byte[RecordList.MaxRecordLength]);
        var path = _folder.Write(chain.Blocks);

        (await VerifyAsync((await Invocation.RunAsync("show", path, "--proof", "1:1")).AssertSucceeded())).AssertSucceeded();
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_one_line_and_code_3()
    {
        (await Invocation.RunAsync("verify", "--proof", _folder.PathOf("none.json"))).AssertFailed(3, "none.json: there is no such file");
        (await Invocation.RunAsync("verify", "--proof", Path.GetTempPath())).AssertFailed(3, "is a directory");
        (await Invocation.RunAsync("verify", "--proof", "")).AssertRefused("--proof ''");
    }

    [Fact]
    public async Task A_proof_is_checked_by_itself()
    {
        (await Invocation.RunAsync("verify", "run.chain", "--proof", "proof.json")).AssertRefused("either FILE or --proof");
        (await Invocation.RunAsync("verify", "--proof", "proof.json", "--format", "json")).AssertRefused("--format json");
    }

    [Fact]
    public async Task A_name_in_a_proof_cannot_steer_the_terminal()
    {
        var said = (await VerifyAsync(await ProofAsync(fields => fields["author"] = "\e[2J\u202E\nMallory"))).AssertSucceeded();
        Assert.Contains("that of ?[2J??Mallory,", said, StringComparison.Ordinal);

        var refused = await VerifyAsync(await ProofAsync(fields => fields["\e[2J\u202E\n"] = 0));
        refused.AssertFailed(4, "?[2J??: is no key");
        Assert.DoesNotContain('\e', refused.Error);
        Assert.DoesNotContain('\u202E', refused.Error);
    }

    /// <summary>The proof of the third record of the last block, which has four.</summary>
    private async Task<string> ProofAsync(Action<JsonObject>? change = null)
    {
        var path = _folder.PathOf("proven.chain");
        var proof = (await Invocation.RunAsync("show", File.Exists(path) ? path : _folder.Write(_chain.Blocks, "proven.chain"), "--proof", "4:2")).AssertSucceeded();
        if (change is null)
        {
            return proof;
        }

        var fields = JsonNode.Parse(proof)!.AsObject();
        change(fields);
        return fields.ToJsonString();
    }

    private async Task<Invocation> VerifyAsync(string proof, params string[] options)
    {
        var path = _folder.PathOf("proof.json");
        await File.WriteAllTextAsync(path, proof);
        return await Invocation.RunAsync(["verify", "--proof", path, .. options]);
    }

    [GeneratedRegex("\"signature\": \"[0-9a-f]{128}\"")]
    private static partial Regex Signature();
}
