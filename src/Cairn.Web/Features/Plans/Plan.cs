using System.IO.Compression;
using System.Text;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Plans;

internal readonly record struct PlanId(Guid Value);

/// <summary>
/// An answered question: the request word for word, the answer, and which planner and catalogue gave it. It never changes, so what was
/// promised on a day can be looked up. It opens by a link of its own, which gives nobody the goal.
/// </summary>
internal sealed class Plan
{
    private Plan()
    {
    }

    public PlanId Id { get; private init; }
    public GoalId GoalId { get; private init; }

    /// <summary>128 random bits.</summary>
    public string Link { get; private init; } = "";

    /// <summary>SHA-256 of everything that was asked, in hexadecimal: the same fingerprint has the same answer.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>What the goal was at that time; null for single skills.</summary>
    public OccupationId? OccupationId { get; private init; }

    /// <summary>Brotli of the request as JSON.</summary>
    public byte[] Request { get; private init; } = [];

    public string Answer { get; private init; } = "";
    public string Assumptions { get; private init; } = "";

    /// <summary>What else was asked; null until answered.</summary>
    public string? FollowUps { get; set; }

    public string PlannerVersion { get; private init; } = "";
    public string CatalogueVersion { get; private init; } = "";
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>When the person said to keep it; others make room for newer ones.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>Which of the plans is meant: <c>cheapest</c>, <c>fastest</c>, <c>bestRecognised</c> or <c>point-3</c>.</summary>
    public string? Chosen { get; set; }

    public static Plan Of(Goal goal, string fingerprint, string request, string answer, string assumptions, string plannerVersion, string catalogueVersion, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new Plan
        {
            Id = new PlanId(Guid.CreateVersion7(now)),
            GoalId = goal.Id,
            Link = PrivateLink.New(),
            Fingerprint = fingerprint,
            OccupationId = goal.OccupationId,
            Request = Pack(request),
            Answer = answer,
            Assumptions = assumptions,
            PlannerVersion = plannerVersion,
            CatalogueVersion = catalogueVersion,
            MadeAt = now,
        };
    }

    public string RequestText()
    {
        using var unpacked = new BrotliStream(new MemoryStream(Request), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans").HasKey(p => p.Id);
        builder.HasIndex(p => p.Link).IsUnique();
        builder.HasIndex(p => new { p.GoalId, p.Fingerprint });
    }
}
