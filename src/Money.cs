using System.Globalization;

namespace MovieChain;

/// <summary>An amount of money in whole currency units. Arithmetic that overflows throws <see cref="OverflowException"/>.</summary>
internal readonly record struct Money(long Units) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Units + right.Units));

    public static Money operator -(Money left, Money right) => new(checked(left.Units - right.Units));

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    public static bool operator <(Money left, Money right) => left.Units < right.Units;

    public static bool operator >(Money left, Money right) => left.Units > right.Units;

    public static bool operator <=(Money left, Money right) => left.Units <= right.Units;

    public static bool operator >=(Money left, Money right) => left.Units >= right.Units;

    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    /// <summary>The amount with thousands separators, e.g. <c>12,345</c>.</summary>
    public override string ToString() => Units.ToString("N0", CultureInfo.InvariantCulture);
}
