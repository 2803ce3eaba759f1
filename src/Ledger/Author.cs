namespace MovieChain.Ledger;

/// <summary>A participant who may write blocks.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="SigningKey">Verifies the signatures of the author.</param>
/// <param name="AgreementKey">Public key for key agreement (ECDH) with other authors.</param>
internal sealed record Author(string Name, PublicKey SigningKey, PublicKey AgreementKey);
