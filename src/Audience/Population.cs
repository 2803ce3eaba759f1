using MovieChain.Catalogue;

namespace MovieChain.Audience;

/// <summary>
/// A provider's members with all that is hidden from it: tastes, thresholds, means, and what they let others know.
/// Immutable: what changes from week to week makes a new population. Tastes are whole hundred-thousandths (137,000
/// stands for 1.37), so that a taste times a trait, summed over the criteria, is exact in 32 bits.
/// </summary>
internal sealed class Population : IMembers
{
    /// <summary>How many units of a taste make 1.00.</summary>
    public const int TasteScale = 100_000;

    /// <summary>How many units of an appeal (taste · trait) make 1.00.</summary>
    public const int AppealScale = TasteScale * FilmCatalogue.TraitScale;

    private readonly int[] _tastes;
    private readonly Traits[] _traits;
    private readonly Money[] _balances;
    private readonly ulong[] _owned;

    /// <param name="provider">Whose members they are.</param>
    /// <param name="tastes">Seventeen tastes a member.</param>
    /// <param name="traits">What a member is like besides, one a member.</param>
    /// <param name="balances">What a member can spend, one a member.</param>
    /// <param name="owned">The films that a member has bought for good, as many words of <see cref="FilmBits"/> a member as it takes; null
    /// where there are none.</param>
    internal Population(ProviderId provider, int[] tastes, Traits[] traits, Money[] balances, ulong[]? owned = null)
    {
        Provider = provider;
        _tastes = tastes;
        _traits = traits;
        _balances = balances;
        _owned = owned ?? [];
    }

    /// <summary>Whose members they are.</summary>
    public ProviderId Provider { get; }

    /// <summary>How many members there are.</summary>
    public int Count => _traits.Length;

    /// <summary>A member's identity, by number.</summary>
    public MemberId Id(int member) => new(Provider, member);

    /// <summary>A member's seventeen tastes, by criterion, in hundred-thousandths.</summary>
    public ReadOnlySpan<int> Tastes(int member) => _tastes.AsSpan(member * Criteria.Count, Criteria.Count);

    /// <summary>The appeal above which a member buys, in units of <see cref="AppealScale"/>.</summary>
    public int Threshold(int member) => _traits[member].Threshold;

    /// <summary>Whether a member lets its provider put its orders on the chain under its name.</summary>
    public bool Consents(int member) => _traits[member].Consents;

    /// <summary>How many members consent.</summary>
    public int CountConsenting() => _traits.Count(traits => traits.Consents);

    /// <summary>How private a member is, in hundredths from 0 to 100.</summary>
    public int Privacy(int member) => _traits[member].Privacy;

    /// <summary>What a member can still spend.</summary>
    public Money Balance(int member) => _balances[member];

    /// <summary>The films that a member has bought for good, as <see cref="FilmBits"/>; none where films are rented.</summary>
    public ReadOnlySpan<ulong> Owned(int member)
    {
        var words = _owned.Length / Count;
        return _owned.AsSpan(member * words, words);
    }

    /// <summary>The same members with other balances, one a member.</summary>
    internal Population WithBalances(Money[] balances) => new(Provider, _tastes, _traits, balances, _owned);

    /// <summary>The same members with other tastes, seventeen a member.</summary>
    internal Population WithTastes(int[] tastes) => new(Provider, tastes, _traits, _balances, _owned);

    /// <summary>The same members, who have bought more films for good.</summary>
    /// <param name="owned">The films, as many words of <see cref="FilmBits"/> a member as before, or the first ever.</param>
    internal Population WithMoreOwned(ulong[] owned)
    {
        for (var word = 0; word < _owned.Length; word++)
        {
            owned[word] |= _owned[word];
        }

        return new Population(Provider, _tastes, _traits, _balances, owned);
    }

    /// <summary>The same members, of whom those given do not consent any more.</summary>
    internal Population WithoutConsentOf(IEnumerable<int> members)
    {
        var traits = _traits.ToArray();
        foreach (var member in members)
        {
            traits[member] = traits[member] with { Consents = false };
        }

        return new Population(Provider, _tastes, traits, _balances, _owned);
    }

    /// <summary>What a member is like besides its tastes and its means.</summary>
    internal readonly record struct Traits(int Threshold, bool Consents, byte Privacy);
}
