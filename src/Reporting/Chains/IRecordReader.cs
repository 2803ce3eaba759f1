using MovieChain.Exchange;

namespace MovieChain.Reporting.Chains;

/// <summary>Describes the records of a chain as one reader sees them.</summary>
internal interface IRecordReader
{
    RecordView Read(ShownBlock block, int number);
}
