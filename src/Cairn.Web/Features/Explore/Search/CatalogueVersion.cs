using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>
/// What the search must be as new as: the completed imports and the corrections made since. Two small tables, so that asking every
/// few seconds costs nothing; equal versions mean equal catalogues.
/// </summary>
internal sealed record CatalogueVersion(int Imports, DateTimeOffset? LastImport, int Corrections, DateTimeOffset? LastCorrection)
{
    public static async Task<CatalogueVersion> ReadAsync(CairnDb db, CancellationToken cancel)
    {
        var done = db.Set<ImportRecord>().AsNoTracking().Where(import => import.State == ImportState.Done);
        var corrections = db.Set<ProgramSkillCorrection>().AsNoTracking();
        return new(
            await done.CountAsync(cancel),
            await done.OrderByDescending(import => import.FinishedAt).Select(import => import.FinishedAt).FirstOrDefaultAsync(cancel),
            await corrections.CountAsync(cancel),
            await corrections.OrderByDescending(correction => correction.At).Select(correction => (DateTimeOffset?)correction.At).FirstOrDefaultAsync(cancel));
    }
}
