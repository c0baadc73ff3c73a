using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Goals;

internal sealed class GoalMapping : IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<GoalSkill>, IEntityTypeConfiguration<GoalAid>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals").HasKey(g => g.Id);
        builder.HasIndex(g => g.Link).IsUnique();
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.Ignore(g => g.NextAidOrdinal);
        builder.HasMany(g => g.Skills).WithOne().HasForeignKey(s => s.GoalId);
        builder.HasMany(g => g.Aid).WithOne().HasForeignKey(a => a.GoalId);
        builder.Navigation(g => g.Skills).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(g => g.Aid).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.ComplexProperty(g => g.Limits, limits =>
        {
            limits.Property(l => l.HoursPerWeek).HasColumnName("hours_per_week");
            limits.Property(l => l.Budget).HasColumnName("budget");
            limits.Property(l => l.Currency).HasColumnName("currency");
            limits.Property(l => l.FinishBy).HasColumnName("finish_by");
            limits.Property(l => l.Zone).HasColumnName("zone");
            limits.Property(l => l.StartOn).HasColumnName("start_on");
            limits.Property(l => l.Languages).HasColumnName("languages");
            limits.Property(l => l.CoveragePercent).HasColumnName("coverage_percent");
            limits.Property(l => l.SlackPercent).HasColumnName("slack_percent");
            limits.Property(l => l.MaxAtOnce).HasColumnName("max_at_once");
            limits.Property(l => l.MaxPrograms).HasColumnName("max_programs");
            limits.Property(l => l.AllowGuesses).HasColumnName("allow_guesses");
            limits.Property(l => l.AllowOlder).HasColumnName("allow_older");
            limits.Property(l => l.AllowEstimatedPrices).HasColumnName("allow_estimated_prices");
            limits.Ignore(l => l.LanguageList);
        });
    }

    public void Configure(EntityTypeBuilder<GoalSkill> builder) =>
        builder.ToTable("goal_skills").HasKey(s => new { s.GoalId, s.SkillId, s.Role });

    public void Configure(EntityTypeBuilder<GoalAid> builder)
    {
        builder.ToTable("goal_aid").HasKey(a => new { a.GoalId, a.Ordinal });
        builder.PrimitiveCollection(a => a.ProgramIds).ElementType().HasConversion<IdConverter<ProgramId, string>>();
    }
}
