namespace MovieChain.Audience;

/// <summary>The members whom a provider serves, with all that is hidden from it, by row.</summary>
internal interface IMembers
{
    /// <summary>Who serves them.</summary>
    ProviderId Provider { get; }

    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Who a member is: the provider that it belongs to and its number there.</summary>
    MemberId Id(int member);

    /// <summary>A member's seventeen tastes, by criterion, in hundred-thousandths.</summary>
    ReadOnlySpan<int> Tastes(int member);

    /// <summary>The appeal above which a member buys, in units of <see cref="Population.AppealScale"/>.</summary>
    int Threshold(int member);

    /// <summary>Whether a member lets its providers put its orders on the chain under its name.</summary>
    bool Consents(int member);

    /// <summary>How private a member is, in hundredths from 0 to 100.</summary>
    int Privacy(int member);

    /// <summary>What a member can still spend.</summary>
    Money Balance(int member);

    /// <summary>The films that a member has bought for good, as <see cref="Catalogue.FilmBits"/>; none where films are rented.</summary>
    ReadOnlySpan<ulong> Owned(int member);
}
