namespace Cairn.Credentials.DataModel;

/// <summary>What keeps a document from having the shape of a credential or presentation.</summary>
/// <param name="Problem">One of <see cref="ProblemTypes"/>.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) to what is wrong.</param>
/// <param name="Found">What was found and what was expected, in one sentence.</param>
internal sealed record ShapeProblem(string Problem, string Pointer, string Found)
{
    public static ShapeProblem At(string pointer, string found) => new(ProblemTypes.MalformedValue, pointer, found);
}
