namespace MovieChain.Ledger;

/// <summary>Somebody who may write blocks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SigningKey">What its signatures are checked with.</param>
/// <param name="AgreementKey">What others agree on secrets with it by.</param>
internal sealed record Author(string Name, PublicKey SigningKey, PublicKey AgreementKey);
