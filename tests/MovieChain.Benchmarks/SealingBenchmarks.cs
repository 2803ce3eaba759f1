using BenchmarkDotNet.Attributes;
using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Benchmarks;

/// <summary>Sealing and opening the orders of a block on one thread, once their keys are derived. An operation is one order of ten films.</summary>
[OperationsPerSecond]
public class SealingBenchmarks
{
    private const int Members = 10_000;
    private const int Films = 10;
    private const long Height = 1;

    private static readonly ProviderId _owner = ProviderId.At(0);
    private static readonly Workers _workers = new(1);

    private readonly Secrets _secrets = new();
    private readonly RecordSealer _sealer;
    private readonly KeyReader _reader;
    private readonly RecordList _orders = MakeOrders();
    private readonly Block _block;

    public SealingBenchmarks()
    {
        var key = _secrets.Keys.SigningKey(_owner);
        var agreementKey = _secrets.Keys.AgreementKey(_owner);
        var rules = new ChainRules(new Difficulty(0), [new Author("Netflix", key.Public, agreementKey.Public)]);
        var dataKey = _secrets.Keys.DataKey(_owner);
        _sealer = new RecordSealer(_owner, dataKey, genesis: default);
        _reader = new KeyReader(_owner, agreementKey, rules, genesis: default);
        var grant = Grant.Write(dataKey, _owner, agreementKey, _owner, agreementKey.Public, genesis: default);
        var records = _sealer.Seal(_orders, [grant], Height, _secrets, _workers);
        var header = new BlockHeader(rules.Difficulty, Height, time: 0, previous: default, MerkleTree.Root(records), nonce: 0);
        _block = new Block(header, records, header.Hash(), key.Sign(header.Hash()));
        if (_reader.Open(_block, _secrets, _workers).Opened != Members)
        {
            throw new InvalidOperationException("Not all orders can be opened.");
        }
    }

    [Benchmark(OperationsPerInvoke = Members)]
    public object Seal() => _sealer.Seal(_orders, [], Height, _secrets, _workers);

    [Benchmark(OperationsPerInvoke = Members)]
    public object Open() => _reader.Open(_block, _secrets, _workers);

    private static RecordList MakeOrders()
    {
        var orders = new RecordList.Builder();
        orders.Add(ChainRules.AuthorRecord(_owner.Index));
        for (var member = 0; member < Members; member++)
        {
            var order = orders.Add(IdentifiedOrder.Length(Films));
            IdentifiedOrder.WriteHead(order, new Week(1), member, Films);
            for (var line = 0; line < Films; line++)
            {
                IdentifiedOrder.WriteLine(order, line, FilmId.At(line), rating: null);
            }
        }

        return orders.Build();
    }

    /// <summary>A registry in which nobody has withdrawn.</summary>
    private sealed class Secrets : IConsentRegistry
    {
        public SimulatedSecrets Keys { get; } = new(seed: 1);

        public int MemberCount(ProviderId owner) => Members;

        public bool Holds(MemberId member) => true;

        public bool TryGetSecret(MemberId member, Span<byte> secret)
        {
            Keys.DeriveMemberSecret(member, secret);
            return true;
        }
    }
}
