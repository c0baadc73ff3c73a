namespace Cairn.Web.Features.Catalogue;

/// <summary>A program leads to an occupation, as its source says (SOC code, role, or CIP by crosswalk).</summary>
internal sealed record ProgramOccupation
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.OccupationId OccupationId { get; init; }

    /// <summary>"listed by the provider" or "field of study".</summary>
    public required string Basis { get; init; }
}

/// <summary>A public register lists a program: recognition tier 1, with link and date.</summary>
internal sealed record ProgramApproval
{
    public required ProgramId ProgramId { get; init; }
    public required string Body { get; init; }
    public required string Register { get; init; }
    public string? Link { get; init; }
    public required DateOnly AsOf { get; init; }
}
