using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>What is to be done with programs of the list that the file does not have.</summary>
internal enum Missing
{
    /// <summary>Remove a few; of many, ask first: the file may be a part of the list, or of another one.</summary>
    Ask,

    /// <summary>The file is the whole list, however many are missing.</summary>
    Remove,

    /// <summary>The file is a part of the list: it adds and changes, and nothing is removed.</summary>
    Keep,
}

/// <summary>The programs that the list had and the file does not.</summary>
/// <param name="Ids">Those that are to leave the list.</param>
/// <param name="Remark">What is said about those that stay nevertheless, or null.</param>
internal sealed record MissingPrograms(IReadOnlyList<ProgramId> Ids, string? Remark)
{
    /// <summary>So many, and a tenth of the list, may go without a question.</summary>
    private const int FewEnough = 20;

    /// <exception cref="Imports.ImportRefusedException">Too many are missing for a list that is whole.</exception>
    public static MissingPrograms Of(ReadList list, KnownPrograms known, ProgramIdentities identified, Missing wanted)
    {
        var missing = known.OfTheList.Where(id => !identified.Recognised.Contains(id)).ToList();
        if (missing.Count == 0)
            return new MissingPrograms([], null);
        if (list.Refusals.Count > 0)
            return new MissingPrograms([], "Since rows were refused, nothing that is missing from the file was removed.");
        if (wanted == Missing.Keep)
            return new MissingPrograms([], $"{missing.Count:N0} programs of the list that are not in the file were kept.");
        if (wanted == Missing.Ask && missing.Count > FewEnough && missing.Count * 10L > known.OfTheList.Count)
        {
            throw TextFile.Refused(
                list.File,
                $"a file without {missing.Count:N0} of the list's {known.OfTheList.Count:N0} programs",
                "the whole list. If they are to be removed, add --missing remove; if the file is a part of the list, add --missing keep");
        }

        return new MissingPrograms(missing, null);
    }

    /// <summary>Those of some missing programs that no other list has: they leave the catalogue.</summary>
    public static async Task<ProgramId[]> GoneAsync(CairnDb db, string listId, ProgramId[] missing, CancellationToken cancellationToken)
    {
        var elsewhere = await db.Set<ProgramListing>().Where(l => l.ListId != listId && EF.Parameter(missing).Contains(l.ProgramId)).Select(l => l.ProgramId).ToListAsync(cancellationToken);
        var statedHere = await db.Set<LearningProgram>().Where(p => p.ListId == listId && EF.Parameter(missing).Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. statedHere.Except(elsewhere)];
    }
}
