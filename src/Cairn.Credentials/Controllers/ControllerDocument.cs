using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Controllers;

/// <summary>
/// The document that says which keys a controller has and what each is for: a controlled identifier document or DID document (Controlled Identifiers
/// 1.0, W3C Recommendation of 15 May 2025, section 2).
/// </summary>
internal sealed class ControllerDocument
{
    private readonly Dictionary<string, VerificationMethod> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unusable = new(StringComparer.Ordinal);
    private readonly HashSet<(Relationship, string)> _uses = [];

    private readonly JsonObject? _json;

    private ControllerDocument(string id, JsonObject? json = null) => (Id, _json) = (id, json);

    /// <summary>The controller: a DID or an https address.</summary>
    public string Id { get; }

    /// <summary>All keys that could be read.</summary>
    public IReadOnlyCollection<VerificationMethod> Methods => _methods.Values;

    /// <summary>A document of one key that may be used for everything.</summary>
    public static ControllerDocument OfOneKey(string id, VerificationMethod method)
    {
        var document = new ControllerDocument(id);
        document._methods.Add(method.Id, method);
        document._uses.Add((Relationship.AssertionMethod, method.Id));
        document._uses.Add((Relationship.Authentication, method.Id));
        return document;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="id">What its <c>id</c> must be: the DID or the address it was asked for under.</param>
    /// <exception cref="KeyException">It is another controller's, or no such document.</exception>
    public static ControllerDocument Read(JsonObject json, string id)
    {
        if (json.Text("id") != id)
            throw new KeyException($"The document of {id} says it is {json.Text("id") ?? "nobody's"}.");
        var document = new ControllerDocument(id, json);
        foreach (var method in json.Items("verificationMethod"))
            document.Add(method);
        document.AddUses(json, "assertionMethod", Relationship.AssertionMethod);
        document.AddUses(json, "authentication", Relationship.Authentication);
        return document;
    }

    /// <summary>The document as it was read; of one key, the document that the key implies (The did:key Method v0.9, section 3.1).</summary>
    public JsonObject ToJson()
    {
        if (_json is not null)
            return _json.DeepClone().AsObject();
        var method = _methods.Values.Single();
        return new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", method.Context),
            ["id"] = Id,
            ["verificationMethod"] = new JsonArray(method.ToJson(withContext: false)),
            ["authentication"] = new JsonArray(method.Id),
            ["assertionMethod"] = new JsonArray(method.Id),
            ["capabilityDelegation"] = new JsonArray(method.Id),
            ["capabilityInvocation"] = new JsonArray(method.Id),
        };
    }

    /// <summary>The method with that id if it may be used so; else why not, in one sentence.</summary>
    public (VerificationMethod? Method, string? WhyNot) Find(string methodId, Relationship use)
    {
        if (!_methods.TryGetValue(methodId, out var method))
            return (null, _unusable.GetValueOrDefault(methodId) ?? $"The document of {Id} has no verification method {methodId}.");
        return _uses.Contains((use, methodId)) ? (method, null)
            : (null, $"The document of {Id} does not list {methodId} for {(use == Relationship.Authentication ? "authentication" : "assertionMethod")}.");
    }

    private string? Add(JsonNode? node)
    {
        if (node is not JsonObject method || method.Text("id") is not { Length: > 0 } given)
            return null;
        var id = Absolute(given);
        try
        {
            var key = (method["publicKeyMultibase"], method["publicKeyJwk"]) switch
            {
                (JsonValue, null) when method.Text("publicKeyMultibase") is { } multibase => PublicKey.FromMultibase(multibase),
                (null, JsonObject jwk) => PublicKey.FromJwk(jwk),
                _ => throw new KeyException("It has neither a publicKeyMultibase nor a publicKeyJwk, or both."),
            };
            var read = new VerificationMethod(id, method.Text("controller") ?? "", key)
            {
                Expires = Date(method, "expires"),
                Revoked = Date(method, "revoked"),
                Json = method,
            };
            if (!_methods.TryAdd(id, read))
                throw new KeyException($"The document of {Id} has the verification method {id} twice.");
        }
        catch (KeyException wrong) when (!_methods.ContainsKey(id))
        {
            _unusable[id] = $"The verification method {id} cannot be used: {wrong.Message}";
        }

        return id;
    }

    private void AddUses(JsonObject json, string member, Relationship use)
    {
        foreach (var item in json.Items(member))
        {
            // A reference, or the method itself, which then is for this use only.
            if ((item is JsonObject embedded ? Add(embedded) : item.AsText() is { } reference ? Absolute(reference) : null) is { } id)
                _uses.Add((use, id));
        }
    }

    private string Absolute(string reference) => reference.StartsWith('#') ? Id + reference : reference;

    private static DateTimeOffset? Date(JsonObject method, string member) => !method.ContainsKey(member) ? null
        : XsdDateTime.TryRead(method.Text(member), out var date) ? date
        : throw new KeyException($"Its {member} is no date with an offset.");
}
