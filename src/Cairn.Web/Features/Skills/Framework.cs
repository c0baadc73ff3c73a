using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Skills;

/// <summary>A published list of occupations and skills, as it was imported.</summary>
internal sealed record Framework
{
    /// <summary><c>onet</c>, <c>esco</c>, <c>bls</c> or the organisation's own.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    /// <summary>Stands for the version of a framework whose files do not say one.</summary>
    public const string NotStated = "not stated";

    public required string Version { get; init; }

    /// <summary>The sentence its licence asks for, shown on every page that uses it.</summary>
    public required string Attribution { get; init; }

    public required string Link { get; init; }
}

internal sealed class FrameworkMapping : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> builder) => builder.ToTable("frameworks").HasKey(f => f.Id);
}
