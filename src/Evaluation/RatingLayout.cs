namespace MovieChain.Evaluation;

/// <summary>Layout of a rating file. The fields are user, film, rating and timestamp in every layout.</summary>
internal enum RatingLayout
{
    /// <summary>Commas, after an optional header: <c>ratings.csv</c> of MovieLens since 2014.</summary>
    Csv,
    /// <summary>Tabs: <c>u.data</c> and its splits, of MovieLens 100K.</summary>
    Tab,
    /// <summary>Two colons: <c>ratings.dat</c> of MovieLens 1M and 10M.</summary>
    Colons,
}
