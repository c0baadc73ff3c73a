using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Plans;

/// <summary>Stores what the planner answered. Plans a person asked to keep stay; of the others a goal has the newest few.</summary>
internal sealed class KeepPlan(WriteQueue writes, TimeProvider clock)
{
    private const int UnkeptPerGoal = 12;

    public Task AddAsync(Plan plan, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        var earlier = await db.Set<Plan>().Where(p => p.GoalId == plan.GoalId && p.KeptAt == null)
            .OrderByDescending(p => p.MadeAt).Select(p => new { p.Id, p.Fingerprint }).ToListAsync();
        var gone = earlier.Where((p, i) => i >= UnkeptPerGoal - 1 || p.Fingerprint == plan.Fingerprint).Select(p => p.Id).ToList();
        await db.Set<Plan>().Where(p => gone.Contains(p.Id)).ExecuteDeleteAsync();
        db.Add(plan);
    }, cancellationToken);

    public Task AnswerMoreAsync(PlanId id, string followUps, CancellationToken cancellationToken) => writes.RunAsync(async db =>
        await db.Set<Plan>().Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.FollowUps, followUps)), cancellationToken);

    /// <summary>The person keeps this plan: its link stays good.</summary>
    /// <returns>The plan's link; null when there is no such plan of the goal.</returns>
    public Task<string?> RunAsync(Goals.GoalId goal, string link, string chosen, CancellationToken cancellationToken) => writes.RunAsync(async db =>
    {
        var plan = await db.Set<Plan>().FirstOrDefaultAsync(p => p.GoalId == goal && p.Link == link);
        if (plan is null)
            return null;
        plan.KeptAt ??= clock.GetUtcNow();
        plan.Chosen = chosen;
        return plan.Link;
    }, cancellationToken);
}
