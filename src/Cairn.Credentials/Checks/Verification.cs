using System.Text.Json.Nodes;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.Checks;

/// <summary>One verification under way: the document, what was asked, and what checks found that later ones need.</summary>
internal sealed class Verification(CredentialDocument document, JsonObject json, VerificationOptions options)
{
    public CredentialDocument Document => document;

    /// <summary>The credential or presentation.</summary>
    public JsonObject Json => json;

    public VerificationOptions Options => options;

    /// <summary>The moment that rules every date.</summary>
    public DateTimeOffset At { get; } = options.At ?? options.Time.GetUtcNow();

    public IDocumentLoader Contexts { get; } = DocumentsAtHand.With(options.Documents);

    public ControllerResolver Controllers { get; } = new(options.Documents);

    /// <summary>
    /// The check that stands in the place of <see cref="ProofIsValid"/> for a document that came in an envelope (a JSON Web Signature): it adds the key
    /// to <see cref="Methods"/> as that one does. Null for a document whose proofs are in it.
    /// </summary>
    public Check? EnvelopeProof { get; init; }

    /// <summary>Set by <see cref="ContextIsKnown"/>: the canonical form can be made, so that a proof over it can be checked.</summary>
    public bool ContextsAreAtHand { get; set; } = true;

    public bool IsPresentation { get; } = json.Names("type", "VerifiablePresentation");

    /// <summary>What keys must be allowed for.</summary>
    public Relationship Purpose => IsPresentation ? Relationship.Authentication : Relationship.AssertionMethod;

    /// <summary>Set by <see cref="ProofIsValid"/>: the keys that the proofs were verified with.</summary>
    public List<VerificationMethod> Methods { get; } = [];

    /// <summary>Set by the check <c>nested</c>.</summary>
    public List<NestedReport> Nested { get; } = [];
}
