using System.Text.Json.Nodes;
using Cairn.Credentials.Shape;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Cairn.Rdf;

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

    /// <summary>Documents of others; those inside each other share them, and the count of them.</summary>
    public CountedDocuments? Documents => field ??= CountedDocuments.Of(options.Documents, options.Budget);

    public IDocumentLoader Contexts => field ??= DocumentsAtHand.With(Documents);

    public ControllerResolver Controllers => field ??= new ControllerResolver(Documents);

    /// <summary>
    /// The check that stands in the place of <see cref="ProofIsValid"/> for a document that came in an envelope (a JSON Web Signature): it adds the key
    /// to <see cref="Methods"/> as that one does. Null for a document whose proofs are in it.
    /// </summary>
    public Check? EnvelopeProof { get; init; }

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
    public bool IsVersion1 { get; } = json.Items("@context").FirstOrDefault().AsText() == CredentialShape.ContextOf11;

    public bool IsSigned => EnvelopeProof is not null || json.ContainsKey("proof");

    /// <summary>What keys must be allowed for.</summary>
    public Relationship Purpose => IsPresentation ? Relationship.Authentication : Relationship.AssertionMethod;

    /// <summary>Set by <see cref="ProofIsValid"/>: the keys that the proofs were verified with.</summary>
    public List<VerificationMethod> Methods { get; } = [];

    /// <summary>Set by the check <c>nested</c>.</summary>
    public List<NestedReport> Nested { get; } = [];

    /// <summary>How much work is still done, shared by all that are inside each other.</summary>
    public Allowance Allowance { get; init; } = new(options.Budget);

    /// <summary>How many levels of credentials this one is inside.</summary>
    public int Level { get; init; }
}

/// <summary>Counts down, so that credentials inside credentials cannot multiply the work.</summary>
internal sealed class Allowance(CredentialBudget budget)
{
    /// <summary>Lists that are as long as can be are unpacked so often in one verification.</summary>
    private const int LongestLists = 16;

    private int _nested = budget.MaxNested;
    private long _unpacked = (long)budget.MaxStatusListBytes * LongestLists;

    /// <summary>Whether one more credential inside may be verified.</summary>
    public bool TakeNested() => _nested-- > 0;

    /// <summary>Most bytes that the next list may be unpacked to.</summary>
    public int StatusListBytes => (int)Math.Min(_unpacked, budget.MaxStatusListBytes);

    public void TakeStatusListBytes(long? bytes) => _unpacked = Math.Max(0, _unpacked - (bytes ?? StatusListBytes));
}
