using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Catalogue;

internal sealed class CatalogueMapping : IEntityTypeConfiguration<LearningProgram>, IEntityTypeConfiguration<ProgramName>,
    IEntityTypeConfiguration<ProgramSkill>, IEntityTypeConfiguration<ProgramSkillCorrection>, IEntityTypeConfiguration<ProgramTopic>, IEntityTypeConfiguration<ProgramListing>,
    IEntityTypeConfiguration<ProgramStart>, IEntityTypeConfiguration<ProgramOccupation>, IEntityTypeConfiguration<ProgramApproval>,
    IEntityTypeConfiguration<Provider>, IEntityTypeConfiguration<ProgramSubscription>, IEntityTypeConfiguration<CatalogueList>
{
    public void Configure(EntityTypeBuilder<LearningProgram> builder)
    {
        builder.ToTable("programs").HasKey(p => p.Id);
        builder.HasIndex(p => p.ProviderId);
    }

    public void Configure(EntityTypeBuilder<ProgramName> builder) =>
        builder.ToTable("program_names").HasKey(n => new { n.ProgramId, n.Language, n.Ordinal });

    public void Configure(EntityTypeBuilder<ProgramSkill> builder)
    {
        builder.ToTable("program_skills").HasKey(s => new { s.ProgramId, s.SkillId });
        builder.HasIndex(s => s.SkillId);
    }

    public void Configure(EntityTypeBuilder<ProgramSkillCorrection> builder) =>
        builder.ToTable("program_skill_corrections").HasKey(c => new { c.ProgramId, c.SkillId });

    public void Configure(EntityTypeBuilder<ProgramTopic> builder) =>
        builder.ToTable("program_topics").HasKey(t => new { t.ProgramId, t.Ordinal });

    public void Configure(EntityTypeBuilder<ProgramListing> builder)
    {
        builder.ToTable("program_listings").HasKey(l => new { l.ListId, l.SourceKey });
        builder.HasIndex(l => l.ProgramId);
    }

    public void Configure(EntityTypeBuilder<ProgramStart> builder) =>
        builder.ToTable("program_starts").HasKey(s => new { s.ProgramId, s.StartsOn });

    public void Configure(EntityTypeBuilder<ProgramOccupation> builder)
    {
        builder.ToTable("program_occupations").HasKey(o => new { o.ProgramId, o.OccupationId });
        builder.HasIndex(o => o.OccupationId);
    }

    public void Configure(EntityTypeBuilder<ProgramApproval> builder) =>
        builder.ToTable("program_approvals").HasKey(a => new { a.ProgramId, a.Register });

    public void Configure(EntityTypeBuilder<Provider> builder) => builder.ToTable("providers").HasKey(p => p.Id);

    public void Configure(EntityTypeBuilder<ProgramSubscription> builder) => builder.ToTable("program_subscriptions").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<CatalogueList> builder) => builder.ToTable("catalogue_lists").HasKey(l => l.Id);
}
