namespace MovieChain;

/// <summary>A member of a provider's audience: the provider and the member's number with it, counted from 0.</summary>
internal readonly record struct MemberId(ProviderId Provider, int Number);
