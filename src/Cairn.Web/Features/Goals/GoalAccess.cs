using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Goals;

/// <summary>A goal belongs to whoever holds its link: this is the only place that reads one.</summary>
internal static class GoalAccess
{
    public static Task<Goal?> FindAsync(CairnDb db, string link, CancellationToken cancellationToken = default) =>
        link.Length == PrivateLink.Length
            ? db.Set<Goal>().FirstOrDefaultAsync(goal => goal.Link == link, cancellationToken)
            : Task.FromResult<Goal?>(null);
}
