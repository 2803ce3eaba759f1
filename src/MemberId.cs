namespace MovieChain;

/// <summary>A member: its home provider and its number there, from 0.</summary>
internal readonly record struct MemberId(ProviderId Provider, int Number);
