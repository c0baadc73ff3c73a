using Cairn.Planning.Contract;
using Cairn.Planning.Questions;
using Cairn.Planning.Searching;

namespace Cairn.Planning;

/// <summary>Works out plans that no other plan in the request beats, and says what it proved.</summary>
/// <remarks>
/// Of proven plans that are equal in both criteria the one is shown that does without the last program, in the order of the request, in which two of them
/// differ; ids never matter. So it holds nothing that it does not need, and a program that no plan holds can be removed without changing the plan.
/// Where a very large request leaves no time for that last step, the plan is proven all the same and may be another of its equals.
/// </remarks>
public static class PathwayPlanner
{
    /// <summary>Answers everything the request asks.</summary>
    /// <param name="request">A request that keeps the bounds of the contract.</param>
    /// <param name="progress">Told of each better or completed part of the answer, on the calling thread; the first is the greedy plan, not yet proven. May be null.</param>
    /// <param name="cancellationToken">Stops the search; what was found until then is lost.</param>
    /// <exception cref="ArgumentException">The request breaks the contract: a name nobody has, or a program without a price.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PlanAnswer Solve(PlanRequest request, IProgress<PlanAnswer>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return new RequestAnswer(request, new Patience(request.TimeLimitSeconds, cancellationToken), progress).Work();
    }
}
