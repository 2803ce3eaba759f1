using System.CommandLine;
using System.Globalization;
using MovieChain.Ledger;
using MovieChain.Reporting.Chains;

namespace MovieChain.CommandLine.Chains;

/// <summary>The command that checks a chain's file.</summary>
internal sealed class VerifyCommand
{
    private readonly Argument<string?> _file = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The chain's file, as --chain writes it",
    };

    private readonly Option<Hash256[]> _checkpoints = new("--checkpoint")
    {
        HelpName = "HASH",
        Description = "Hash of a block that the chain must contain; may be given several times",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = argument =>
        {
            var hashes = new List<Hash256>();
            foreach (var text in argument.Tokens.Select(token => token.Value))
            {
                if (!Hash256.TryParse(text, out var hash))
                {
                    argument.AddError($"--checkpoint {text}: must be the hash of a block, 64 hexadecimal digits");
                    return [];
                }

                hashes.Add(hash);
            }

            return [.. hashes];
        },
    };

    private readonly Option<string?> _proof = new("--proof")
    {
        HelpName = "PROOF",
        Description = "Check the proof of a record, as show --proof prints it, without the chain's file; - is standard input",
    };

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Json);
    private readonly Option<bool> _noProgress = CommandParts.NoProgress();

    /// <summary>The command.</summary>
    public Command Create() => new Command("verify", "Checks a chain's file from genesis on: every byte, hash, proof of work and signature.") { _file }
        .Complete([_checkpoints, _proof, _format.Option, _noProgress], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_proof) is { } proof)
        {
            CheckIsAlone(parsed);
            ProofCheck.Run(FilePath.Option(proof, "--proof"), parsed.GetValue(_checkpoints) ?? [], parsed.InvocationConfiguration.Output);
            return ExitCode.Success;
        }

        var path = parsed.GetValue(_file) ?? throw new InvalidInputException("verify: must be given the FILE to check");
        var file = FilePath.Argument(path, "verify").OnDisk();
        var missing = (parsed.GetValue(_checkpoints) ?? []).ToHashSet();
        var workers = new Workers(Environment.ProcessorCount, cancellation);
        var found = file.Use(() =>
        {
            using var reader = new ChainFileReader(path);
            return FileProgress.Verify(reader, workers, isShown: !parsed.GetValue(_noProgress), filed => missing.Remove(filed.Block.Hash));
        });

        if (found.Fault is { } fault)
        {
            throw file.Refusal(ExitCode.InvalidChain, FaultWords.Of(fault));
        }

        if (missing.Count > 0)
        {
            var hash = parsed.GetValue(_checkpoints)!.First(missing.Contains);
            throw file.Refusal(ExitCode.InvalidChain, string.Create(
                CultureInfo.InvariantCulture,
                $"none of its {found.Blocks} blocks has the hash {hash}: it was cut back, or is another chain"));
        }

        _format.Write(parsed, console => VerificationReport.Write(console, found), output => VerificationReport.WriteJson(output, found));
        return ExitCode.Success;
    }

    /// <summary>What is said of a chain's file cannot be said of a proof.</summary>
    private void CheckIsAlone(ParseResult parsed)
    {
        if (parsed.GetValue(_file) is { } path)
        {
            throw new InvalidInputException($"verify {path} --proof: takes either FILE or --proof");
        }

        if (_format.Read(parsed) == ReportFormat.Json)
        {
            throw new InvalidInputException("--format json: what a proof shows is said in words; must be table");
        }
    }
}
