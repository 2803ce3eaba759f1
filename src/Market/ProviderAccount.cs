namespace MovieChain.Market;

/// <summary>A provider's money.</summary>
/// <param name="Balance">What the provider owns.</param>
internal readonly record struct ProviderAccount(Money Balance)
{
    /// <summary>What every provider starts with: 100,000.</summary>
    public static ProviderAccount Opening => new(new Money(100_000));

    /// <summary>The account after a week's takings have been paid in.</summary>
    public ProviderAccount Bank(Money takings) => new(Balance + takings);
}
