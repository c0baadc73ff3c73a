using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.Checks;

/// <summary>What was found about one proof or JSON Web Signature.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">One of <see cref="ProblemTypes"/>; null when it passed.</param>
/// <param name="Reason">One sentence; null when it passed.</param>
internal sealed record ProofFinding(CheckOutcome Outcome, string? Problem, string? Reason)
{
    /// <summary>A name in a message may be as long as the document.</summary>
    private const int LongestShown = 800;

    public const string WhyNotThisText = "The signature is not that of this text: something was changed after signing, or another key signed.";

    public static ProofFinding Passed { get; } = new(CheckOutcome.Passed, null, null);

    public static ProofFinding Failed(string reason, string problem = ProblemTypes.ProofVerification) => new(CheckOutcome.Failed, problem, reason);

    public static ProofFinding NotChecked(string reason, string problem = ProblemTypes.ProofVerification) => new(CheckOutcome.NotChecked, problem, reason);

    /// <summary>The signature is none of this text by this key: nobody can say which of the two is wrong.</summary>
    public static ProofFinding NotThisText() =>
        Failed(WhyNotThisText, ProblemTypes.CryptographicSecurity);

    /// <summary>What keeps a document from being put into the form that is signed; null for any other exception.</summary>
    /// <param name="wrong">What came of it.</param>
    /// <param name="isAtProof">Whether it is the proof that cannot be read, by the contexts of the document.</param>
    public static ProofFinding? Of(Exception wrong, bool isAtProof = false) => wrong switch
    {
        JsonLdException { Code: JsonLdErrorCode.DataLoss } loss => Failed($"Part of the {(isAtProof ? "proof" : "document")} would be lost as linked data: {JsonReading.Cut(loss.Message, LongestShown)}", ProblemTypes.DataLossDetection),
        JsonLdException => Failed($"The {(isAtProof ? "proof" : "document")} cannot be read as linked data: {JsonReading.Cut(wrong.Message, LongestShown)}", ProblemTypes.ProofTransformation),
        WorkLimitException => Failed("The document's graph has too many blank nodes that cannot be told apart.", ProblemTypes.ProofTransformation),
        _ => null,
    };
}
