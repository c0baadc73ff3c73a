using Cairn.Web.Data;
using Cairn.Web.Features.Goals;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Plans;

/// <summary>A plan is shown to whoever holds its link.</summary>
internal static class PlanAccess
{
    public static Task<Plan?> FindAsync(CairnDb db, string link, CancellationToken cancellationToken) =>
        link.Length == PrivateLink.Length
            ? db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Link == link, cancellationToken)
            : Task.FromResult<Plan?>(null);
}
