namespace MovieChain.Randomness;

/// <summary>What a stream of random draws is for. The numbers are part of every fingerprint: never reuse or renumber one.</summary>
internal enum StreamPurpose
{
    /// <summary>A film's price and traits; one stream a film.</summary>
    Film = 1,

    /// <summary>A member's tastes, threshold, balance and privacy; one stream a member.</summary>
    Member = 2,

    /// <summary>Whether a member consents; one stream a member.</summary>
    Consent = 3,

    /// <summary>A fresh balance; one stream a member and week.</summary>
    TopUp = 4,

    /// <summary>Which order lines a member shares; one stream a member and week.</summary>
    Sharing = 5,

    /// <summary>How a member's tastes move; one stream a member and week.</summary>
    Drift = 6,

    /// <summary>A random slate; one stream a member and week.</summary>
    RandomSlate = 7,

    /// <summary>The starting point of a model's training; one stream a film.</summary>
    Training = 8,

    /// <summary>Which (member, film) pairs are held out for validation; one stream a member and film.</summary>
    Holdout = 9,

    /// <summary>Who withdraws its consent first; one stream a member.</summary>
    Withdrawal = 10,

    /// <summary>Which ratings of a file are measured together; one stream a split.</summary>
    Fold = 12,

    /// <summary>Which films a user's last one is ranked among; one stream a user.</summary>
    Candidates = 14,

    /// <summary>The same where settings are picked; one stream a user.</summary>
    TuningCandidates = 15,

    /// <summary>Whether a member subscribes to all providers; one stream a member.</summary>
    SharedAudience = 16,

    /// <summary>In which order a member looks at the slates of its providers; one stream a member and week.</summary>
    VisitOrder = 17,

    /// <summary>A random slate of a provider that the member does not belong to; one stream a member, provider and week.</summary>
    RandomSlateElsewhere = 18,

    /// <summary>Which order lines a member shares of those with a provider that it does not belong to; one stream a member, provider and
    /// week.</summary>
    SharingElsewhere = 19,

    /// <summary>Which replications a bootstrap draws again; one stream a study, started anew for each estimate.</summary>
    Bootstrap = 20,

    /// <summary>The seed of a replication of a study; one stream a replication.</summary>
    Replication = 21,

    /// <summary>The seed of a replication on which a study picks settings; one stream a replication.</summary>
    TuningReplication = 22,
}
