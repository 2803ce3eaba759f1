using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Chains;

/// <summary>A valid block of a chain.</summary>
/// <param name="Block">The block.</param>
/// <param name="AuthorNumber">The number of its author; genesis is the first one's.</param>
/// <param name="Rules">The rules of its chain.</param>
internal readonly record struct ShownBlock(Block Block, int AuthorNumber, ChainRules Rules)
{
    public long Height => Block.Header.Height;

    /// <summary>The week of the block's simulated time; 0 for genesis.</summary>
    public long Week => Block.Header.Time / MovieChain.Week.Seconds;

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

    /// <summary>The options that genesis states, as pairs of name and value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Options =>
        Height == 0 && Block.Records.Count > 1 && GenesisStatement.TryRead(Block.Records[1]) is { } pairs ? pairs : [];

    /// <summary>The options in one line.</summary>
    public string OptionsText => string.Join(' ', Options.Select(option => $"{option.Key}={option.Value}"));

    /// <summary>Describes a record as anybody with the chain's file can read it.</summary>
    public RecordView View(int number) => (Height, number) switch
    {
        (0, 0) => new("chain rules", string.Join(", ", Rules.Authors.Select(author => author.Name))),
        (0, 1) => new("options", OptionsText),
        (0, _) => PublicView.Unknown,
        _ => PublicView.Of(Block, number, Rules),
    };
}
