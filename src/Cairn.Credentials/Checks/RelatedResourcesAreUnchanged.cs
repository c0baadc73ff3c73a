using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;

namespace Cairn.Credentials.Checks;

/// <summary>What the credential points to still has the digest that was signed (Verifiable Credentials Data Model 2.0, section 5.3).</summary>
internal sealed class RelatedResourcesAreUnchanged() : Check(CheckNames.RelatedResource)
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var rows = verification.Json.Items("relatedResource").Select(item => Look((JsonObject)item!, verification)).ToList();
        return [rows.Find(row => row.Outcome == CheckOutcome.Failed) ?? rows.Find(row => row.Outcome == CheckOutcome.NotChecked)
            ?? (rows.Count > 0 ? Passed() : NotApplicable("It names no related resources."))];
    }

    private CheckResult Look(JsonObject resource, Verification verification)
    {
        var url = resource.Text("id")!;
        ReadOnlyMemory<byte> bytes;
        if (EmbeddedContexts.All.TryGetValue(url.Split('#', 2)[0], out var embedded))
        {
            // A copy that was written anew says the same with other bytes: nothing follows from its digest.
            if (!embedded.DigestIsAuthoritative)
                return NotChecked(ProblemTypes.CryptographicSecurity, $"The copy of {url} here is not byte for byte what was published, so its digest says nothing.");
            bytes = embedded.Read();
        }
        else
        {
            if (verification.Documents.Obtain(url, out var problem) is not { } loaded)
                return NotChecked(ProblemTypes.CryptographicSecurity, problem is null ? $"The related resource {url} is not at hand." : $"The related resource {url} could not be had: {problem}");
            bytes = loaded.Content;
        }

        bool?[] found =
        [
            resource.Text("digestSRI") is { } sri ? IsSri(sri, bytes.Span) : true,
            resource.Text("digestMultibase") is { } multibase ? IsMultihash(multibase, bytes.Span) : true,
        ];
        return found.Contains(false) ? Failed(ProblemTypes.CryptographicSecurity, $"The related resource {url} is not what was signed: its digest is another.")
            : found.Contains(null) ? NotChecked(ProblemTypes.CryptographicSecurity, $"The digest of {url} is of a kind that is not known here.")
            : Passed();
    }

    /// <summary>Subresource Integrity (W3C, 2016, section 3.3): of several digests the strongest kind counts, and one of that kind must match. Null: no known kind.</summary>
    private static bool? IsSri(string text, ReadOnlySpan<byte> bytes)
    {
        var digests = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => item.Split('?')[0].Split('-', 2)).Where(item => item.Length == 2).ToLookup(item => item[0], item => item[1]);
        foreach (var (name, hash) in ((string, HashAlgorithmName)[])[("sha512", HashAlgorithmName.SHA512), ("sha384", HashAlgorithmName.SHA384), ("sha256", HashAlgorithmName.SHA256)])
        {
            if (!digests.Contains(name))
                continue;
            var ours = Convert.ToBase64String(CryptographicOperations.HashData(hash, bytes));
            // Issuers write both alphabets, with and without padding.
            return digests[name].Any(digest => digest.Replace('-', '+').Replace('_', '/').TrimEnd('=') == ours.TrimEnd('='));
        }

        return null;
    }

    /// <summary>A multihash in multibase (Controlled Identifiers 1.0, sections 2.4 and 2.5): kind, length, digest. Null: no known kind.</summary>
    private static bool? IsMultihash(string text, ReadOnlySpan<byte> bytes)
    {
        var decoded = Multibase.DecodeBase64Url(text) ?? Multibase.DecodeBase58(text);
        return decoded switch
        {
            [0x12, 32, .. var digest] => CryptographicOperations.HashData(HashAlgorithmName.SHA256, bytes).AsSpan().SequenceEqual(digest),
            [0x20, 48, .. var digest] => CryptographicOperations.HashData(HashAlgorithmName.SHA384, bytes).AsSpan().SequenceEqual(digest),
            [0x13, 64, .. var digest] => CryptographicOperations.HashData(HashAlgorithmName.SHA512, bytes).AsSpan().SequenceEqual(digest),
            _ => null,
        };
    }
}
