using System.Collections.Immutable;
using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Exchange;

/// <summary>The orders that one provider can read, block by block from the first after genesis.</summary>
/// <param name="rules">The rules of the chain.</param>
/// <param name="reader">Opens the records.</param>
/// <param name="registry">The secrets of the members.</param>
/// <param name="workers">Thread budget; never affects results.</param>
internal sealed class ProviderView(ChainRules rules, ILedgerReader reader, IConsentRegistry registry, Workers workers)
{
    /// <summary>The view of a provider that has the keys in a folder and no others.</summary>
    /// <param name="genesis">The genesis block.</param>
    /// <param name="provider">The provider's number.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    /// <exception cref="InvalidDataException">The genesis block sets no rules, or a file does not hold the provider's keys.</exception>
    public static ProviderView FromKeys(Block genesis, int provider, string folder, Workers workers)
    {
        var rules = ChainRules.FromGenesis(genesis) ?? throw new InvalidDataException("the genesis block does not set the rules of a chain");
        var (agreementKey, registry) = KeyFolder.Read(folder, rules, genesis.Hash, ProviderId.At(provider));
        return new ProviderView(rules, new KeyReader(ProviderId.At(provider), agreementKey, rules, genesis.Hash), registry, workers);
    }

    /// <summary>Reads the next block.</summary>
    /// <exception cref="InvalidDataException">The block names no author, or an opened record is not an order.</exception>
    public BlockView Read(Block block)
    {
        var records = reader.Open(block, registry, workers);
        var orders = new List<OrderView>(records.Opened);
        for (var i = 0; i < records.Count; i++)
        {
            if (records.IsOpened(i))
            {
                var record = DecodedRecord.Of(records[i], i);
                orders.Add(record.Kind is RecordKind.Identified or RecordKind.Anonymous
                    ? new OrderView(i, record.Week, record.MemberNumber, LinesOf(record))
                    : throw new InvalidDataException($"record {i} of block {block.Header.Height} is not an order"));
            }
        }

        return new BlockView(block.Header.Height, LedgerAuthor.Of(block, rules).Index, orders, records.Closed, records.IsGranted);
    }

    private static ImmutableArray<OrderLine> LinesOf(DecodedRecord order)
    {
        var lines = ImmutableArray.CreateBuilder<OrderLine>(order.LineCount);
        for (var i = 0; i < order.LineCount; i++)
        {
            lines.Add(order[i]);
        }

        return lines.MoveToImmutable();
    }
}
