namespace MovieChain.Reporting.Chains;

/// <summary>Describes the records of a chain as one reader sees them.</summary>
internal interface IRecordReader
{
    /// <summary>Describes a record of a block.</summary>
    RecordView Read(ShownBlock block, int number);
}

/// <summary>A record as a reader sees it.</summary>
/// <param name="Kind">Its kind, in a few words.</param>
/// <param name="Says">Its content; null where the reader cannot read it.</param>
internal readonly record struct RecordView(string Kind, string? Says);
