namespace MovieChain.Randomness;

/// <summary>
/// The random streams of a simulation: one independent stream per purpose and entity, derived from the seed alone.
/// Draws from one stream never shift another, so that the same members have the same tastes under every access rule,
/// slate size and number of threads (common random numbers).
/// </summary>
internal sealed class RandomStreams(ulong seed)
{
    /// <summary>Seed of all random draws.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Stream for a numbered entity, such as a film.</summary>
    public RandomStream For(StreamPurpose purpose, int number = 0) => Derive(purpose, default, number, 0);

    /// <summary>Stream for a member, and for a week where the purpose is drawn weekly.</summary>
    public RandomStream For(StreamPurpose purpose, MemberId member, Week week = default) =>
        Derive(purpose, member.Provider, member.Number, week.Number);

    /// <summary>Stream for a member, a provider and a week. The purpose depends on whether the provider is the home of the member.</summary>
    public RandomStream For(StreamPurpose atHome, StreamPurpose elsewhere, MemberId member, ProviderId provider, Week week) =>
        member.Provider == provider
            ? For(atHome, member, week)
            : Derive(elsewhere, member.Provider, member.Number, ((provider.Index + 1) << 16) | week.Number);

    /// <summary>Stream for a member and a film.</summary>
    public RandomStream For(StreamPurpose purpose, MemberId member, FilmId film) =>
        Derive(purpose, member.Provider, member.Number, film.Index);

    private RandomStream Derive(StreamPurpose purpose, ProviderId provider, int number, int second) =>
        new(Seed, (uint)number, (uint)second, ((uint)purpose << 8) | provider.Index);
}
