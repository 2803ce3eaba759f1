using System.Collections.Immutable;
using MovieChain.Exchange.Records;

namespace MovieChain.Exchange;

/// <summary>The part of a block that a provider can read.</summary>
/// <param name="Height">The block's height.</param>
/// <param name="Owner">The number of the provider that wrote the block.</param>
/// <param name="Orders">The orders that the provider can read.</param>
/// <param name="Closed">The number of orders that it cannot read.</param>
/// <param name="IsGranted">Whether the owner has granted its records; if so, closed orders belong to members who have withdrawn.</param>
internal sealed record BlockView(long Height, int Owner, IReadOnlyList<OrderView> Orders, int Closed, bool IsGranted);

/// <summary>An order that a provider can read.</summary>
/// <param name="Record">The record's number in its block.</param>
/// <param name="Week">The week.</param>
/// <param name="MemberNumber">The member's number with the owner; null for an anonymous order.</param>
/// <param name="Lines">For an identified member, the films offered and shared, in slate order; for an anonymous order, the films bought.</param>
internal sealed record OrderView(int Record, Week Week, int? MemberNumber, ImmutableArray<OrderLine> Lines);
