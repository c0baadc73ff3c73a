using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Goals;

/// <summary>Changes a goal: what the person can do, what they have, what they want counted.</summary>
internal sealed class ChangeGoal(WriteQueue writes, TimeProvider clock)
{
    /// <summary>Two windows of one person may write at once; each change is made again on what the other left.</summary>
    private const int Attempts = 3;

    /// <returns>False when nobody has this link.</returns>
    public async Task<bool> RunAsync(string link, Action<Goal> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writes.RunAsync(db => ChangeAsync(db, link, change), cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // The other change was kept; this one is made on top of it.
            }
        }
    }

    private async Task<bool> ChangeAsync(CairnDb db, string link, Action<Goal> change)
    {
        if (await GoalAccess.FindAsync(db, link) is not { } goal)
            return false;
        change(goal);
        goal.Touch(clock);
        return true;
    }
}
