using System.Globalization;

namespace MovieChain;

/// <summary>An amount of money in whole units of the market's currency. Overflow throws; the default is nothing.</summary>
internal readonly record struct Money(long Units) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Units + right.Units));

    /// <summary>The difference of two amounts.</summary>
    /// <exception cref="OverflowException">The difference does not fit 64 bits.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Units - right.Units));

    /// <summary>The sum of amounts.</summary>
    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>Whether one amount is smaller than another.</summary>
    public static bool operator <(Money left, Money right) => left.Units < right.Units;

    /// <summary>Whether one amount is larger than another.</summary>
    public static bool operator >(Money left, Money right) => left.Units > right.Units;

    /// <summary>Whether one amount is at most another.</summary>
    public static bool operator <=(Money left, Money right) => left.Units <= right.Units;

    /// <summary>Whether one amount is at least another.</summary>
    public static bool operator >=(Money left, Money right) => left.Units >= right.Units;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    /// <summary>The amount with thousands separators, e.g. <c>12,345</c>.</summary>
    public override string ToString() => Units.ToString("N0", CultureInfo.InvariantCulture);
}
