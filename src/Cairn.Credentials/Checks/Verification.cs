using System.Text.Json.Nodes;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.Checks;

/// <summary>One verification under way: the document, what was asked, and what checks found that later ones need.</summary>
/// <param name="document">The document.</param>
/// <param name="json">The credential or presentation that it is.</param>
/// <param name="options">What was asked.</param>
/// <param name="outer">The verification of what it is inside of, with which it shares what may still be done; null when it stands by itself.</param>
/// <param name="envelope">The JSON Web Signature it came in; null when its proofs are in it.</param>
internal sealed class Verification(CredentialDocument document, JsonObject json, VerificationOptions options, Verification? outer = null, JwsEnvelope? envelope = null)
{
    public CredentialDocument Document => document;

    /// <summary>The credential or presentation.</summary>
    public JsonObject Json => json;

    public VerificationOptions Options => options;

    /// <summary>The moment that rules every date.</summary>
    public DateTimeOffset At { get; } = options.At ?? options.Time.GetUtcNow();

    /// <summary>Documents of others; those inside each other share them, and the count of them.</summary>
    public CountedDocuments? Documents => field ??= CountedDocuments.Of(options.Documents, options.Budget);

    public IDocumentLoader Contexts => field ??= DocumentsAtHand.With(Documents);

    public ControllerResolver Controllers => field ??= new ControllerResolver(Documents);

    /// <summary>The JSON Web Signature that the document came in; null for one whose proofs are in it.</summary>
    public JwsEnvelope? Envelope => envelope;

    /// <summary>The proofs in the document.</summary>
    public ProofSet Proofs => field ??= ProofSet.Read(json, options.Budget.MaxProofs);

    /// <summary>Set by <see cref="ContextIsKnown"/>: the canonical form can be made, so that a proof over it can be checked.</summary>
    public bool ContextsAreAtHand { get; set; } = true;

    /// <summary>
    /// Set by <see cref="ContextIsKnown"/>: the quads of the document without its proofs, in safe mode, so that nobody works them out twice. Null when
    /// that check did not get so far.
    /// </summary>
    public IReadOnlyList<Quad>? Dataset { get; set; }

    /// <summary>Set by <see cref="ContextIsKnown"/>: why there are no quads, so that no proof over them is looked at. Null when there is nothing wrong.</summary>
    public JsonLdException? Loss { get; set; }

    public bool IsPresentation { get; } = json.Names("type", "VerifiablePresentation");

    /// <summary>Whether it is of version 1.1 of the data model.</summary>
    public bool IsVersion1 { get; } = DataModelVersion.Is1(json);

    public bool IsSigned => envelope is not null || json.ContainsKey("proof");

    /// <summary>What keys must be allowed for.</summary>
    public Relationship Purpose => IsPresentation ? Relationship.Authentication : Relationship.AssertionMethod;

    /// <summary>Set by <see cref="ProofIsValid"/>: the keys that the proofs were verified with.</summary>
    public List<VerificationMethod> Methods { get; } = [];

    /// <summary>Set by <see cref="CredentialsInsideAreValid"/>.</summary>
    public List<NestedReport> Nested { get; } = [];

    /// <summary>How much work is still done, shared by all that are inside each other.</summary>
    public Allowance Allowance { get; } = outer?.Allowance ?? new Allowance(options.Budget);

    /// <summary>How many levels of credentials this one is inside.</summary>
    public int Level { get; } = outer is null ? 0 : outer.Level + 1;

    /// <summary>What is asked of a document that this one leads to: the same moment and documents, and nothing that was asked of this one alone.</summary>
    public VerificationOptions ForOthers(string? expectedHolder = null) => options with { At = At, Documents = Documents, Challenge = null, Domain = null, ExpectedHolder = expectedHolder };
}
