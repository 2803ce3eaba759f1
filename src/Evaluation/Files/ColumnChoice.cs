namespace MovieChain.Evaluation.Files;

/// <summary>Columns that the user named; null for those to be found.</summary>
/// <param name="User">Name or position, from 1, of the column of users.</param>
/// <param name="Item">The same of films.</param>
/// <param name="Rating">The same of ratings.</param>
/// <param name="Time">The same of times.</param>
internal sealed record ColumnChoice(string? User = null, string? Item = null, string? Rating = null, string? Time = null);
