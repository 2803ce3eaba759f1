using MovieChain.Audience;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>Rebuilds the keys and the consent registry of a run from its options.</summary>
internal static class RunExchange
{
    /// <summary>The consent registry at the end of a week.</summary>
    public static ConsentRegistry RegistryAfter(SimulationOptions options, Week week)
    {
        var streams = new RandomStreams((ulong)options.Seed);
        return new ConsentRegistry(
            new SimulatedSecrets((ulong)options.Seed),
            World.SubscriptionsOf(options, streams),
            [.. options.Providers.Select((_, p) => Consents(options, ProviderId.At(p), week, streams))]);
    }

    /// <summary>The view of a provider, with keys derived from the seed that the genesis block states.</summary>
    /// <param name="genesis">The genesis block.</param>
    /// <param name="provider">The provider's number.</param>
    /// <param name="lastWeek">The last week on the chain. Members who have withdrawn by then cannot be read.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="InvalidDataException">The genesis block does not state the options of a run.</exception>
    public static ProviderView ViewFromSeed(Block genesis, int provider, Week lastWeek, Workers workers)
    {
        var options = GenesisStatement.TryReadOptions(genesis) ?? throw new InvalidDataException("the genesis block does not state the options of a run");
        var rules = ChainRules.FromGenesis(genesis)!;
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        var access = LedgerAccess.Of(options.Access, options.Seal, secrets, ProviderId.At(provider), rules, genesis.Hash);
        return new ProviderView(rules, access.Reader, RegistryAfter(options, lastWeek), workers);
    }

    private static bool[] Consents(SimulationOptions options, ProviderId provider, Week week, RandomStreams streams)
    {
        var consents = new bool[options.Providers[provider.Index].Customers];
        for (var number = 0; number < consents.Length; number++)
        {
            consents[number] = MemberGenerator.Consents(streams, new MemberId(provider, number), options.Consent);
        }

        if (options.Revoke is { } revocation && revocation.Week.Number <= week.Number)
        {
            var consenting = Enumerable.Range(0, consents.Length).Where(number => consents[number]).Select(number => new MemberId(provider, number));
            foreach (var member in ConsentWithdrawal.Choose(consenting, revocation.Fraction, streams))
            {
                consents[member.Number] = false;
            }
        }

        return consents;
    }
}
