using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.Status;

/// <summary>What a list says about an entry: its value, or why it is not known.</summary>
internal readonly record struct StatusFound(int Value, string? Problem = null, string? Why = null)
{
    public static StatusFound Unknown(string problem, string why) => new(0, problem, why);
}

/// <summary>Looks up an entry in its list (Bitstring Status List 1.0, section 3.2); the list is verified like any credential, and must be its issuer's.</summary>
internal static class BitstringStatus
{
    public static StatusFound Find(StatusEntry entry, Verification verification)
    {
        if (!entry.SizeIsKnown)
            return StatusFound.Unknown(ProblemTypes.StatusVerification, $"Entries of {entry.Size} bits are not read here.");
        if (Load(entry.ListUrl, verification.Documents, out var why) is not { } content)
            return StatusFound.Unknown(ProblemTypes.StatusRetrieval, why);
        return Open(content.Span, verification) is { } list ? Find(entry, list, verification)
            : StatusFound.Unknown(ProblemTypes.StatusVerification, $"The status list {entry.ListUrl} is no credential.");
    }

    /// <summary>The document at an address; null with the reason when it is not to be had.</summary>
    public static ReadOnlyMemory<byte>? Load(string url, IDocumentLoader? documents, out string why)
    {
        var loaded = documents.Obtain(url, out var problem);
        why = problem is null ? $"The status list {url} is not at hand, so whether it was taken back is not known." : $"The status list {url} could not be had: {problem}";
        return loaded?.Content;
    }

    /// <summary>The list as a credential to verify, JSON or a JSON Web Signature; null when it is neither.</summary>
    private static Verification? Open(ReadOnlySpan<byte> content, Verification verification)
    {
        var (options, budget) = (verification.ForOthers(), verification.Options.Budget);
        if (CompactJws.IsOne(content))
        {
            return CompactJws.TryParse(content, out var jws, out _, budget) && JwsEnvelope.Open(jws) is { Credential: { Json: JsonObject inside } credential } envelope
                ? new Verification(credential, inside, options, verification, envelope)
                : null;
        }

        return CredentialDocument.TryParse(content, out var document, out _, budget) && document.Json is JsonObject json ? new Verification(document, json, options, verification) : null;
    }

    private static StatusFound Find(StatusEntry entry, Verification list, Verification verification)
    {
        var name = $"The status list {entry.ListUrl}";
        if (list.Json.Text("id") != entry.ListUrl)
            return Unusable($"{name} says it is {list.Json.Text("id") ?? "nameless"}.");
        if (list.Json.IdOf("issuer") is not { } issuer || issuer != verification.Json.IdOf("issuer"))
            return Unusable($"{name} is another issuer's.");
        if (!list.Json.Names("type", "BitstringStatusListCredential") || list.Json["credentialSubject"] is not JsonObject subject || !subject.Names("type", "BitstringStatusList"))
            return Unusable($"{name} is no BitstringStatusListCredential with one BitstringStatusList.");
        if (!subject.Names("statusPurpose", entry.Purpose))
            return Unusable($"{name} is not for the purpose {entry.Purpose}.");
        if (CheckList.RunForStatusList(list) is { Verdict: not Verdict.Valid, Decisive: { } decisive })
            return Unusable($"{name} cannot be relied on: {decisive.Reason}");
        return Read(entry, subject.Text("encodedList"), name, verification.Allowance);
    }

    /// <summary>Only what the entry needs is kept of what is unpacked.</summary>
    private static StatusFound Read(StatusEntry entry, string? encoded, string name, Allowance allowance)
    {
        if (encoded is null)
            return Unusable($"{name} has no encodedList.");
        var (first, value, bit) = (entry.Index * entry.Size, 0, entry.Index * entry.Size);
        try
        {
            var length = EncodedList.Decode(encoded, allowance.StatusListBytes, (offset, piece) =>
            {
                for (; bit < first + entry.Size && bit >> 3 >= offset && (bit >> 3) - offset < piece.Length; bit++)
                    value = (value << 1) | ((piece[(int)((bit >> 3) - offset)] >> (int)(7 - (bit & 7))) & 1);
            });
            allowance.TakeStatusListBytes(length);
            if (length is null)
                return Unusable($"{name} unpacks to more than is allowed, the limit {nameof(CredentialBudget.MaxStatusListBytes)}.");
            var entries = length.Value * 8 / entry.Size;
            return entries < StatusList.MinLength ? StatusFound.Unknown(ProblemTypes.StatusListLength, $"{name} has {entries} entries; it must have at least {StatusList.MinLength}.")
                : entry.Index >= entries ? StatusFound.Unknown(ProblemTypes.StatusListLength, $"{name} has {entries} entries, and the credential's is beyond them.")
                : new StatusFound(value);
        }
        catch (FormatException wrong)
        {
            return Unusable($"{name} cannot be unpacked: {wrong.Message}.");
        }
    }

    private static StatusFound Unusable(string why) => StatusFound.Unknown(ProblemTypes.StatusVerification, why);
}
