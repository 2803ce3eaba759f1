using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>A provider's own key files.</summary>
/// <param name="Agreement">The private agreement key.</param>
/// <param name="Secrets">The members' secrets, by the owner's name and the subscriber number.</param>
internal sealed record ProviderKeys(ECParameters Agreement, IReadOnlyDictionary<(string Owner, uint Member), byte[]> Secrets)
{
    public static ProviderKeys Load(string folder, string name, ParsedChain chain)
    {
        using var agreement = ECDiffieHellman.Create();
        agreement.ImportFromPem(File.ReadAllText(Path.Combine(folder, $"{name}.agreement.pem")));
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"{name}.secrets.json")));
        if (json.RootElement.GetProperty("genesis").GetString() != Convert.ToHexStringLower(chain.GenesisHash))
        {
            throw new InvalidDataException("the secrets belong to another chain");
        }

        var secrets =
            from owner in json.RootElement.GetProperty("members").EnumerateObject()
            from member in owner.Value.EnumerateObject()
            select KeyValuePair.Create(
                (owner.Name, uint.Parse(member.Name, CultureInfo.InvariantCulture)), Convert.FromHexString(member.Value.GetString()!));
        return new ProviderKeys(agreement.ExportParameters(includePrivateParameters: true), secrets.ToDictionary());
    }
}
