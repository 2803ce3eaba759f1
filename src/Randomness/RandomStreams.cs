namespace MovieChain.Randomness;

/// <summary>
/// All the chance there is in a simulation: one independent stream for each purpose and entity, derived from the seed alone.
/// What one stream draws never shifts another, so that the same people have the same tastes under every access rule,
/// slate size and number of threads (common random numbers).
/// </summary>
internal sealed class RandomStreams(ulong seed)
{
    /// <summary>The seed that everything derives from.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The stream for a purpose that concerns one numbered thing, such as a film.</summary>
    public RandomStream For(StreamPurpose purpose, int number = 0) => Derive(purpose, default, number, 0);

    /// <summary>The stream for a purpose that concerns one member, in one week where that matters.</summary>
    public RandomStream For(StreamPurpose purpose, MemberId member, Week week = default) =>
        Derive(purpose, member.Provider, member.Number, week.Number);

    /// <summary>The stream for a purpose that concerns one member and a provider in one week: where the member belongs to the provider one
    /// purpose, where it does not another.</summary>
    public RandomStream For(StreamPurpose atHome, StreamPurpose elsewhere, MemberId member, ProviderId provider, Week week) =>
        member.Provider == provider
            ? For(atHome, member, week)
            : Derive(elsewhere, member.Provider, member.Number, ((provider.Index + 1) << 16) | week.Number);

    /// <summary>The stream for a purpose that concerns one member and one film.</summary>
    public RandomStream For(StreamPurpose purpose, MemberId member, FilmId film) =>
        Derive(purpose, member.Provider, member.Number, film.Index);

    private RandomStream Derive(StreamPurpose purpose, ProviderId provider, int number, int second) =>
        new(Seed, (uint)number, (uint)second, ((uint)purpose << 8) | provider.Index);
}
