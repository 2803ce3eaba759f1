namespace MovieChain.Reporting.Chains;

/// <summary>Somebody who looks at the records of a chain, and what it can make of them.</summary>
internal interface IRecordReader
{
    /// <summary>What a record of a block is to this reader.</summary>
    RecordView Read(ShownBlock block, int number);
}

/// <summary>What a record is to a reader.</summary>
/// <param name="Kind">Its kind, in a few words.</param>
/// <param name="Says">What it says; null where that stays hidden from the reader.</param>
internal readonly record struct RecordView(string Kind, string? Says);
