namespace MovieChain.Simulation;

/// <summary>What a run is known to hold in memory before it begins. It takes more: how much more depends on what members buy.</summary>
internal static class MemoryNeed
{
    private const int BytesAMember = 84;
    private const int BytesAnOffer = 3;
    private const int BytesARecord = 15;
    private const int BytesASeal = 16;
    private const int BytesALine = 3;
    private const int BytesAPair = 8;
    private const int BytesANewPair = 20;
    private const int BytesAFactor = 24;

    /// <summary>The least number of bytes: members, a week's slates and orders, the records of all weeks, and what each provider reads of
    /// them in the first week; with matrix factorization also the factors of the largest model in training.</summary>
    public static double LeastOf(SimulationOptions options)
    {
        var named = options.Providers.Select(provider => options.Consent * provider.Customers).ToList();
        var readable = options.Providers.Select((_, reader) => options.Access.ReadBy(reader).Sum(owner => named[owner])).ToList();
        var members = options.Providers.Sum(provider => (double)provider.Customers);
        var lines = options.Slate * (1 - options.PrivacyStrictness);
        var record = BytesARecord + (options.Seal ? BytesASeal : 0) + (BytesALine * lines);
        var factors = options.Recommender == Recommenders.Mf ? BytesAFactor * options.Rank : 0;
        return (members * (BytesAMember + (BytesAnOffer * options.Slate)))
            + (options.Weeks * named.Sum() * record)
            + (readable.Sum() * lines * BytesAPair)
            + (readable.Max() * ((lines * BytesANewPair) + factors));
    }
}
