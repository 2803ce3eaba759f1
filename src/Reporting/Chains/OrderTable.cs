using MovieChain.Exchange;
using static System.FormattableString;

namespace MovieChain.Reporting.Chains;

/// <summary>The orders that a provider can read, a line each, and how many it can and cannot read.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="width">How many columns the output has.</param>
/// <param name="reader">The provider's name.</param>
/// <param name="names">The names of all providers.</param>
internal sealed class OrderTable(TextWriter output, int width, string reader, IReadOnlyList<string> names) : IOrderReport
{
    private const int LeastOwnerWidth = 12;
    private const int LeastFilmsWidth = 26;
    private const int MostFilmsWidth = 47;

    private readonly ColumnTable _orders = new(
        output,
        width,
        [
            new("Block", 7, IsNumber: true),
            new("Record", 8, IsNumber: true),
            new("Week", 4, IsNumber: true),
            new("Owner", ColumnTable.WidthOf(names, LeastOwnerWidth, width)),
            new("Member", 9, IsNumber: true),
            new("Films bought (rating), films declined", LeastFilmsWidth, Most: MostFilmsWidth, IsWrapped: true),
        ]);

    private bool _hasHead;

    /// <inheritdoc/>
    public void Add(BlockView block)
    {
        foreach (var order in block.Orders)
        {
            if (!_hasHead)
            {
                _orders.WriteHead();
                _hasHead = true;
            }

            _orders.WriteRow(
                Printable.Number(block.Height),
                Printable.Number(order.Record),
                Printable.Number(order.Week.Number),
                Printable.Of(names[block.Owner]),
                order.MemberNumber is { } member ? Printable.Number(member) : Share.Nothing,
                Films(order));
        }
    }

    /// <inheritdoc/>
    public void End(IReadOnlyList<OwnerTotals> totals)
    {
        var table = new ColumnTable(
            output,
            width,
            [new("Owner", ColumnTable.WidthOf(names, LeastOwnerWidth, width)), new("Read", 12, IsNumber: true), new("Not granted", 12, IsNumber: true), new("Withdrawn", 12, IsNumber: true)]);
        output.WriteLine();
        foreach (var line in Printable.Wrap($"What {Printable.Of(reader)} can read:", width - 1))
        {
            output.WriteLine($" {line}");
        }

        table.WriteHead();
        foreach (var owner in totals)
        {
            table.WriteRow(Printable.Of(owner.Owner), Printable.Number(owner.Read), Printable.Number(owner.NotGranted), Printable.Number(owner.Withdrawn));
        }
    }

    /// <summary>Films are numbered as in the catalogue, from 0.</summary>
    private static string Films(OrderView order)
    {
        var bought = order.Lines.Where(line => order.MemberNumber is null || line.Rating is not null).Select(line =>
            line.Rating is { } rating ? Invariant($"{line.Film.Index} ({rating.Hundredths / 100.0:F2})") : Printable.Number(line.Film.Index));
        var declined = order.Lines.Where(line => order.MemberNumber is not null && line.Rating is null).Select(line => Printable.Number(line.Film.Index));
        return string.Join("; ", new[] { string.Join(", ", bought), string.Join(", ", declined) is { Length: > 0 } films ? $"declined {films}" : "" }
            .Where(part => part.Length > 0));
    }
}
