namespace Cairn.Web.Features.Imports;

/// <summary>A refused row: where it stands, what was found, what was expected.</summary>
internal sealed record Refusal(string File, int Line, string Column, string Found, string Expected);

/// <summary>What a reader made of its files: all rows checked, nothing written yet.</summary>
internal sealed record ImportBatch
{
    /// <summary>Tables in the order in which they are written.</summary>
    public IReadOnlyList<TableRows> Tables { get; init; } = [];

    /// <summary>
    /// Further rows of a source that does not fit into memory, made part by part while they are asked for, once. All rows of one counted thing
    /// stand in one part, and what another part puts is not in the scope of a removal: removals are carried out before anything is put.
    /// </summary>
    public IAsyncEnumerable<ImportPart> Parts { get; init; } = AsyncEnumerable.Empty<ImportPart>();

    /// <summary>The table whose rows are counted as read, added, changed and unchanged: occupations, skills or programs.</summary>
    public required string CountedTable { get; init; }

    /// <summary>Rows of the source, refused ones included.</summary>
    public required int Read { get; init; }

    public RefusedRows Refusals { get; init; } = new();

    /// <summary>Things to say that refuse nothing, such as an optional table that is not there.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>Some of the rows of an import, and what is to be said once they are compared.</summary>
internal sealed record ImportPart(IReadOnlyList<TableRows> Tables, IReadOnlyList<string> Remarks);

/// <summary>The whole import is refused and nothing was changed: the file is not what it says, or not readable.</summary>
internal sealed class ImportRefusedException(Refusal refusal)
    : Exception($"{refusal.File}: found {refusal.Found}, expected {refusal.Expected}")
{
    public Refusal Refusal { get; } = refusal;
}
