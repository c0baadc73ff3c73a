using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

internal readonly record struct GoalId(Guid Value);

/// <summary>How the person came: what the page asks next depends on it.</summary>
internal enum GoalRoute
{
    /// <summary>Another occupation.</summary>
    Switch,

    /// <summary>The next step from the present occupation.</summary>
    Advance,

    /// <summary>One or more single skills.</summary>
    Skill,
}

/// <summary>What a skill is to a goal.</summary>
internal enum GoalSkillRole
{
    /// <summary>Chosen by itself; the level is the one to reach.</summary>
    Wanted,

    /// <summary>Confirmed by the person, in their own word, at this level.</summary>
    Held,

    /// <summary>Shown by the occupation but not planned for by itself; the person added it at this level.</summary>
    Added,

    /// <summary>The occupation asks for it; the person took it out.</summary>
    Removed,
}

/// <summary>One statement of the person about one skill.</summary>
internal sealed class GoalSkill
{
    public required GoalId GoalId { get; init; }
    public required SkillId SkillId { get; init; }
    public required GoalSkillRole Role { get; init; }

    /// <summary>1 introductory, 2 working, 3 advanced; 0 for <see cref="GoalSkillRole.Removed"/>.</summary>
    public required int Level { get; set; }
}

/// <summary>Aid as the person states it. Only granted aid enters a plan's figures.</summary>
internal sealed class GoalAid
{
    public required GoalId GoalId { get; init; }
    public required int Ordinal { get; init; }
    public required string Name { get; init; }

    /// <summary>Percent of the price, 1 to 100; or null.</summary>
    public int? Percent { get; init; }

    /// <summary>Minor units of the goal's currency off one price; or null. Exactly one of the two is given.</summary>
    public long? Amount { get; init; }

    /// <summary>Only programs of this provider, or null.</summary>
    public ProviderId? ProviderId { get; init; }

    /// <summary>Only these programs. Empty, and without a provider: every program that has a single price.</summary>
    public IReadOnlyList<ProgramId> ProgramIds { get; init; } = [];

    /// <summary>False: hoped for, and shown as a second line only.</summary>
    public required bool Granted { get; init; }

    /// <summary>Most programs it pays for, or null.</summary>
    public int? AtMost { get; init; }
}

/// <summary>What a person wants to be able to do, what they can do, and what they have. It belongs to whoever holds its link.</summary>
internal sealed class Goal
{
    private readonly List<GoalSkill> _skills = [];
    private readonly List<GoalAid> _aid = [];

    private Goal()
    {
    }

    public GoalId Id { get; private init; }

    /// <summary>128 random bits: the address, and the only key to it.</summary>
    public string Link { get; private init; } = "";

    public GoalRoute Route { get; private init; }

    /// <summary>The occupation to reach; null when single skills were chosen.</summary>
    public OccupationId? OccupationId { get; private init; }

    /// <summary>Only suggests skills; nothing of it counts until the person confirms it.</summary>
    public OccupationId? PresentOccupationId { get; private set; }

    public GoalLimits Limits { get; private set; } = new();

    /// <summary>Whether the person's own word counts as held.</summary>
    public bool OwnWordCounts { get; private set; } = true;

    public IReadOnlyList<GoalSkill> Skills => _skills;
    public IReadOnlyList<GoalAid> Aid => _aid;
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public static Goal ForOccupation(GoalRoute route, OccupationId occupation, OccupationId? present, GoalLimits limits, TimeProvider clock) =>
        New(route, occupation, present, limits, clock);

    public static Goal ForSkills(IEnumerable<(SkillId Skill, int Level)> wanted, OccupationId? present, GoalLimits limits, TimeProvider clock)
    {
        var goal = New(GoalRoute.Skill, null, present, limits, clock);
        foreach (var (skill, level) in wanted)
            goal.Say(skill, GoalSkillRole.Wanted, level);
        return goal;
    }

    /// <summary>Sets what the person says about a skill in one role; saying it again changes the level.</summary>
    public void Say(SkillId skill, GoalSkillRole role, int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, role == GoalSkillRole.Removed ? 0 : 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        if (role == GoalSkillRole.Added)
            Unsay(skill, GoalSkillRole.Removed);
        if (role == GoalSkillRole.Removed)
            Unsay(skill, GoalSkillRole.Added);
        if (_skills.Find(s => s.SkillId == skill && s.Role == role) is { } said)
            said.Level = level;
        else
            _skills.Add(new GoalSkill { GoalId = Id, SkillId = skill, Role = role, Level = level });
    }

    public void Unsay(SkillId skill, GoalSkillRole role) => _skills.RemoveAll(s => s.SkillId == skill && s.Role == role);

    public void SetLimits(GoalLimits limits) => Limits = limits;

    public void SetOwnWordCounts(bool counts) => OwnWordCounts = counts;

    public void SetPresentOccupation(OccupationId? present) => PresentOccupationId = present;

    public void AddAid(GoalAid aid) => _aid.Add(aid);

    public void RemoveAid(int ordinal) => _aid.RemoveAll(a => a.Ordinal == ordinal);

    public int NextAidOrdinal => _aid.Count == 0 ? 0 : _aid.Max(a => a.Ordinal) + 1;

    public int? LevelOf(SkillId skill, GoalSkillRole role) => _skills.Find(s => s.SkillId == skill && s.Role == role)?.Level;

    public void Touch(TimeProvider clock)
    {
        ChangedAt = clock.GetUtcNow();
        Version++;
    }

    private static Goal New(GoalRoute route, OccupationId? occupation, OccupationId? present, GoalLimits limits, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new Goal
        {
            Id = new GoalId(Guid.CreateVersion7(now)),
            Link = PrivateLink.New(),
            Route = route,
            OccupationId = occupation,
            PresentOccupationId = present,
            Limits = limits,
            CreatedAt = now,
            ChangedAt = now,
        };
    }
}
