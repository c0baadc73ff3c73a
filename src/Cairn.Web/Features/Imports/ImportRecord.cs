using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Imports;

internal readonly record struct ImportId(Guid Value);

/// <summary>How far an import has come.</summary>
internal enum ImportState
{
    /// <summary>Reads, checks and matches. Nothing is changed yet; a kill leaves nothing behind.</summary>
    Preparing,

    /// <summary>Every change is written down and the import will be completed, after a kill too.</summary>
    Applying,

    Done,

    /// <summary>Refused as a whole or given up before anything was changed.</summary>
    Refused,
}

/// <summary>One import: what was read and what became of it.</summary>
internal sealed class ImportRecord
{
    public required ImportId Id { get; init; }

    /// <summary><c>onet</c>, <c>esco</c>, <c>bls</c>, <c>programs</c>, <c>starter</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the file or folder, without its path.</summary>
    public required string File { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public ImportState State { get; set; }
    public int Read { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }
}

/// <summary>A row that was refused, so that it can be mended.</summary>
internal sealed record ImportRefusal
{
    public required ImportId ImportId { get; init; }
    public required int Ordinal { get; init; }
    public required string File { get; init; }

    /// <summary>Line in the file where the row begins, from 1; 0 for the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>Name of the column, or empty.</summary>
    public required string Column { get; init; }

    public required string Found { get; init; }
    public required string Expected { get; init; }
}

/// <summary>One page of changes of an import that is being applied: a redo log. See the journal.</summary>
internal sealed class ImportPage
{
    public required ImportId ImportId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>Brotli of JSON.</summary>
    public required byte[] Payload { get; init; }
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRecord>, IEntityTypeConfiguration<ImportRefusal>, IEntityTypeConfiguration<ImportPage>
{
    public void Configure(EntityTypeBuilder<ImportRecord> builder) => builder.ToTable("imports").HasKey(i => i.Id);

    public void Configure(EntityTypeBuilder<ImportRefusal> builder) =>
        builder.ToTable("import_refusals").HasKey(r => new { r.ImportId, r.Ordinal });

    public void Configure(EntityTypeBuilder<ImportPage> builder) =>
        builder.ToTable("import_pages").HasKey(p => new { p.ImportId, p.Ordinal });
}
