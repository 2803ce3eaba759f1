using System.Collections.Immutable;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Chains;

/// <summary>A block of a chain that has been found good.</summary>
/// <param name="Block">The block.</param>
/// <param name="AuthorNumber">The number of its author; genesis is the first one's.</param>
/// <param name="Rules">What its chain holds its blocks to.</param>
internal readonly record struct ShownBlock(Block Block, int AuthorNumber, ChainRules Rules)
{
    /// <summary>The block's place in the chain.</summary>
    public long Height => Block.Header.Height;

    /// <summary>The week that the block's simulated time falls into; genesis stands before the first.</summary>
    public long Week => Block.Header.Time / MovieChain.Week.Seconds;

    /// <summary>Who wrote the block.</summary>
    public Author Author => Rules.Authors[AuthorNumber];

    /// <summary>How many bytes the records take together.</summary>
    public long RecordBytes
    {
        get
        {
            long bytes = 0;
            for (var number = 0; number < Block.Records.Count; number++)
            {
                bytes += Block.Records[number].Length;
            }

            return bytes;
        }
    }

    /// <summary>What genesis says of the options of the run, as pairs of name and value; none where it says nothing.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Options =>
        Height == 0 && Block.Records.Count > 1 && GenesisStatement.TryRead(Block.Records[1]) is { } pairs ? pairs : [];

    /// <summary>The options in one line.</summary>
    public string OptionsText => string.Join(' ', Options.Select(option => $"{option.Key}={option.Value}"));
}
