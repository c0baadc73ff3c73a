using Cairn.Planning.Contract;

namespace Cairn.Planning;

/// <summary>Works out plans that no other plan in the request beats, and says what it proved.</summary>
public static class PathwayPlanner
{
    /// <summary>Answers everything the request asks.</summary>
    /// <param name="request">A request that keeps the bounds of the contract.</param>
    /// <param name="progress">Told of each better or completed part of the answer, on the calling thread; the first is the greedy plan, not yet proven. May be null.</param>
    /// <param name="cancellationToken">Stops the search; what was found until then is lost.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PlanAnswer Solve(PlanRequest request, IProgress<PlanAnswer>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = progress;
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotSupportedException("The model is being built.");
    }
}
