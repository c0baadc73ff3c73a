using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>What of a request's needs is held, open, or taught by nobody. No limit changes it.</summary>
internal sealed class CheckedNeeds
{
    private readonly Dictionary<string, int> _held;

    internal CheckedNeeds(PlanRequest request)
        : this(request, request.Needs)
    {
    }

    internal CheckedNeeds(PlanRequest request, IReadOnlyList<SkillNeed> needs)
    {
        _held = request.Has.ToDictionary(skill => skill.Skill, skill => skill.Level, StringComparer.Ordinal);
        var taught = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SkillLevel skill in request.Programs.SelectMany(program => program.Teaches))
        {
            taught[skill.Skill] = Math.Max(taught.GetValueOrDefault(skill.Skill), skill.Level);
        }

        HeldNeeds = [.. needs.Where(need => Holds(need.Skill, need.Level))];
        Open = [.. needs.Where(need => !Holds(need.Skill, need.Level) && taught.GetValueOrDefault(need.Skill) >= need.Level)];
        Unreachable = [.. needs.Where(need => !Holds(need.Skill, need.Level) && taught.GetValueOrDefault(need.Skill) < need.Level).Select(need => need.Skill)];
        HeldWeight = HeldNeeds.Sum(need => need.Weight);
        Total = HeldWeight + Open.Sum(need => need.Weight);
    }

    internal IReadOnlyList<SkillNeed> HeldNeeds { get; }

    internal IReadOnlyList<SkillNeed> Open { get; }

    internal IReadOnlyList<string> Unreachable { get; }

    internal long HeldWeight { get; }

    internal long Total { get; }

    internal bool Holds(string skill, int level) => _held.GetValueOrDefault(skill) >= level;
}
