using System.Buffers;

namespace Cairn.Credentials.Controllers;

/// <summary>did:web (W3C CCG, did:web Method Specification, 2023): the document stands at an https address that the identifier spells.</summary>
internal static class DidWeb
{
    public const string Prefix = "did:web:";

    /// <summary>Four times what browsers take as an address.</summary>
    private const int Longest = 8_192;

    private static readonly SearchValues<char> NotInAPart = SearchValues.Create("/\\?#@% ");

    public static bool SpellsAnAddress(string did)
    {
        try
        {
            return DocumentUrl(did).Length > 0;
        }
        catch (KeyException)
        {
            return false;
        }
    }

    /// <summary>The address of the document.</summary>
    /// <exception cref="KeyException">The identifier spells no address.</exception>
    public static string DocumentUrl(string did)
    {
        if (did.Length > Longest)
            throw new KeyException($"The identifier has {did.Length} characters; at most {Longest} are read.");
        var parts = did[Prefix.Length..].Split(':').Select(Uri.UnescapeDataString).ToList();
        var path = parts.Count == 1 ? "/.well-known/did.json" : $"/{string.Join('/', parts.Skip(1))}/did.json";
        var url = $"https://{parts[0]}{path}";
        var sound = parts.All(part => part.Length > 0 && part is not ("." or "..") && !part.AsSpan().ContainsAny(NotInAPart)) && !parts.Skip(1).Any(part => part.Contains(':', StringComparison.Ordinal));
        return sound && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 ? url
            : throw new KeyException($"The identifier {did} spells no https address.");
    }
}
