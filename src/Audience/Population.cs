using MovieChain.Catalogue;

namespace MovieChain.Audience;

/// <summary>
/// Members of a provider with the attributes hidden from it: tastes, thresholds, balances, consent and privacy.
/// Immutable: each week makes a new population. Tastes are integers in units of 1/100,000 (137,000 stands for 1.37),
/// so that the sum of taste · trait over all criteria is exact in 32 bits.
/// </summary>
internal sealed class Population : IMembers
{
    /// <summary>Units of a taste per 1.00.</summary>
    public const int TasteScale = 100_000;

    /// <summary>Units of an appeal (taste · trait) per 1.00.</summary>
    public const int AppealScale = TasteScale * FilmCatalogue.TraitScale;

    private readonly int[] _tastes;
    private readonly Traits[] _traits;
    private readonly Money[] _balances;
    private readonly ulong[] _owned;

    /// <param name="provider">Home provider of the members.</param>
    /// <param name="tastes">Seventeen tastes per member.</param>
    /// <param name="traits">Fixed attributes, one entry per member.</param>
    /// <param name="balances">One balance per member.</param>
    /// <param name="owned">Films bought for good, the same number of <see cref="FilmBits"/> words per member; null for none.</param>
    internal Population(ProviderId provider, int[] tastes, Traits[] traits, Money[] balances, ulong[]? owned = null)
    {
        Provider = provider;
        _tastes = tastes;
        _traits = traits;
        _balances = balances;
        _owned = owned ?? [];
    }

    public ProviderId Provider { get; }

    public int Count => _traits.Length;

    public MemberId Id(int member) => new(Provider, member);

    public ReadOnlySpan<int> Tastes(int member) => _tastes.AsSpan(member * Criteria.Count, Criteria.Count);

    public int Threshold(int member) => _traits[member].Threshold;

    public bool Consents(int member) => _traits[member].Consents;

    public int CountConsenting() => _traits.Count(traits => traits.Consents);

    public int Privacy(int member) => _traits[member].Privacy;

    public Money Balance(int member) => _balances[member];

    public ReadOnlySpan<ulong> Owned(int member)
    {
        var words = _owned.Length / Count;
        return _owned.AsSpan(member * words, words);
    }

    internal Population WithBalances(Money[] balances) => new(Provider, _tastes, _traits, balances, _owned);

    internal Population WithTastes(int[] tastes) => new(Provider, tastes, _traits, _balances, _owned);

    /// <summary>Adds films bought for good: as many words of <see cref="FilmBits"/> per member as before, or the first ones.</summary>
    internal Population WithMoreOwned(ulong[] owned)
    {
        for (var word = 0; word < _owned.Length; word++)
        {
            owned[word] |= _owned[word];
        }

        return new Population(Provider, _tastes, _traits, _balances, owned);
    }

    internal Population WithoutConsentOf(IEnumerable<int> members)
    {
        var traits = _traits.ToArray();
        foreach (var member in members)
        {
            traits[member] = traits[member] with { Consents = false };
        }

        return new Population(Provider, _tastes, traits, _balances, _owned);
    }

    internal readonly record struct Traits(int Threshold, bool Consents, byte Privacy);
}
