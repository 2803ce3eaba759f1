namespace MovieChain.Exchange.Records;

/// <summary>A film of an order.</summary>
/// <param name="Film">The film.</param>
/// <param name="Rating">The rating if an identified member bought the film; null if it declined, or if the order is anonymous.</param>
internal readonly record struct OrderLine(FilmId Film, Rating? Rating);
