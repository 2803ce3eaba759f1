namespace MovieChain.Audience;

/// <summary>The members that a provider serves, by row, with the attributes hidden from the provider.</summary>
internal interface IMembers
{
    ProviderId Provider { get; }

    int Count { get; }

    /// <summary>Identity of a member: home provider and number there.</summary>
    MemberId Id(int member);

    /// <summary>The seventeen tastes by criterion, in units of 1/<see cref="Population.TasteScale"/>.</summary>
    ReadOnlySpan<int> Tastes(int member);

    /// <summary>A member buys films with an appeal above this threshold, in units of <see cref="Population.AppealScale"/>.</summary>
    int Threshold(int member);

    /// <summary>Whether the orders of the member may be stored on the chain under its name.</summary>
    bool Consents(int member);

    /// <summary>Desire for privacy in hundredths, 0 to 100.</summary>
    int Privacy(int member);

    Money Balance(int member);

    /// <summary>Films bought for good, as <see cref="Catalogue.FilmBits"/>; empty where films are rented.</summary>
    ReadOnlySpan<ulong> Owned(int member);
}
