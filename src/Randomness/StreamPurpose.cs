namespace MovieChain.Randomness;

/// <summary>Purpose of a random stream. The numbers affect every fingerprint: never reuse or change one.</summary>
internal enum StreamPurpose
{
    /// <summary>Price and traits of a film; one stream per film.</summary>
    Film = 1,
    /// <summary>Tastes, threshold, balance and privacy of a member; one stream per member.</summary>
    Member = 2,
    /// <summary>Whether a member consents; one stream per member.</summary>
    Consent = 3,
    /// <summary>Top-up of a balance; one stream per member and week.</summary>
    TopUp = 4,
    /// <summary>Which order lines a member shares with its home provider; one stream per member and week.</summary>
    Sharing = 5,
    /// <summary>Drift of the tastes; one stream per member and week.</summary>
    Drift = 6,
    /// <summary>Random slate from the home provider; one stream per member and week.</summary>
    RandomSlate = 7,
    /// <summary>Initial factors of a model; one stream per film.</summary>
    Training = 8,
    /// <summary>Which (member, film) pairs are held out for validation; one stream per member and film.</summary>
    Holdout = 9,
    /// <summary>Order in which members withdraw consent; one stream per member.</summary>
    Withdrawal = 10,
    /// <summary>Assignment of the ratings of a file to folds; one stream per split.</summary>
    Fold = 12,
    /// <summary>Candidates of a test row; one stream per user.</summary>
    Candidates = 14,
    /// <summary>Candidates of a held-out row in tuning; one stream per user.</summary>
    TuningCandidates = 15,
    /// <summary>Whether a member subscribes to all providers; one stream per member.</summary>
    SharedAudience = 16,
    /// <summary>Order in which a member visits its providers; one stream per member and week.</summary>
    VisitOrder = 17,
    /// <summary>Random slate from another provider; one stream per member, provider and week.</summary>
    RandomSlateElsewhere = 18,
    /// <summary>Which order lines a member shares with another provider; one stream per member, provider and week.</summary>
    SharingElsewhere = 19,
    /// <summary>Bootstrap resampling; one stream per study, restarted for each estimate.</summary>
    Bootstrap = 20,
    /// <summary>Seed of a replication in a study; one stream per replication.</summary>
    Replication = 21,
    /// <summary>Seed of a replication in the tuning of a study; one stream per replication.</summary>
    TuningReplication = 22,
    /// <summary>Test row of a user among several rows of its latest timestamp; one stream per user.</summary>
    LastRow = 23,
    /// <summary>The same for the row that tuning holds out; one stream per user.</summary>
    TuningLastRow = 24,
}
