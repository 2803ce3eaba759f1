namespace MovieChain.Market;

internal readonly record struct ProviderAccount(Money Balance)
{
    public static ProviderAccount Opening => new(new Money(100_000));

    public ProviderAccount Bank(Money takings) => new(Balance + takings);
}
