namespace Cairn.Credentials.Controllers;

/// <summary>did:key (W3C CCG, The did:key Method v0.9): the identifier is the key.</summary>
internal static class DidKey
{
    public const string Prefix = "did:key:";

    /// <exception cref="KeyException">The identifier is no key.</exception>
    public static ControllerDocument Resolve(string did)
    {
        var multibase = did[Prefix.Length..];
        var key = PublicKey.FromMultibase(multibase);
        return ControllerDocument.OfOneKey(did, new VerificationMethod($"{did}#{multibase}", did, key));
    }
}
