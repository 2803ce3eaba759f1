using MovieChain.Exchange;

namespace MovieChain.Reporting;

/// <summary>Describes the records of a chain.</summary>
internal interface IRecordReader
{
    RecordView Read(ShownBlock block, int number);
}
