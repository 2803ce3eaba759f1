using MovieChain.Exchange;
using MovieChain.Reporting.Chains;

namespace MovieChain.CommandLine.Chains;

/// <summary>Describes the records of a chain as anybody with its file can read them.</summary>
internal sealed class PublicRecordReader : IRecordReader
{
    /// <inheritdoc/>
    public RecordView Read(ShownBlock block, int number) => (block.Height, number) switch
    {
        (0, 0) => new("chain rules", string.Join(", ", block.Rules.Authors.Select(author => author.Name))),
        (0, 1) => new("options", block.OptionsText),
        (0, _) => PublicView.Unknown,
        _ => PublicView.Of(block.Block, number, block.Rules),
    };
}
