using Cairn.Web.Data;

namespace Cairn.Web.Features.Goals;

/// <summary>Keeps a new goal. No account, no cookie: its link is the key.</summary>
internal sealed class StartGoal(WriteQueue writes)
{
    public Task RunAsync(Goal goal, CancellationToken cancellationToken) => writes.RunAsync(
        db =>
        {
            db.Add(goal);
            return Task.CompletedTask;
        },
        cancellationToken);
}
