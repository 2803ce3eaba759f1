namespace MovieChain.Evaluation;

/// <summary>How a line of a rating file is laid out. Its fields are user, film, rating and timestamp in every layout.</summary>
internal enum RatingLayout
{
    /// <summary>Commas, below a header: <c>ratings.csv</c> of MovieLens since 2014.</summary>
    Csv,

    /// <summary>Tabs: <c>u.data</c> and its splits, of MovieLens 100K.</summary>
    Tab,

    /// <summary>Two colons: <c>ratings.dat</c> of MovieLens 1M and 10M.</summary>
    Colons,
}
