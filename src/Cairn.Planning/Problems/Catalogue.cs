using Cairn.Planning.Contract;

namespace Cairn.Planning.Problems;

/// <summary>
/// A request with its strings turned into numbers and its teachers found by skill: made once, used by every
/// question about the request. Nothing here depends on a limit, a need or a program that is forbidden.
/// </summary>
internal sealed class Catalogue
{
    private readonly Dictionary<string, int> _skills = new(StringComparer.Ordinal);
    private readonly List<List<Teacher>> _teachers = [];
    private readonly List<int> _held = [];

    public Catalogue(PlanRequest request)
    {
        Request = request;
        foreach (var held in request.Has)
        {
            var skill = SkillId(held.Skill);
            _held[skill] = Math.Max(_held[skill], held.Level);
        }

        var count = request.Programs.Count;
        Teaches = new Level[count][];
        Requires = new Level[count][];
        var positions = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var p = 0; p < count; p++)
        {
            var program = request.Programs[p];
            if (!positions.TryAdd(program.Id, p))
                throw new ArgumentException($"Two programs have the id {program.Id}.", nameof(request));
            Teaches[p] = Levels(program.Teaches);
            Requires[p] = Levels(program.Requires);
            foreach (var taught in Teaches[p])
                _teachers[taught.Skill].Add(new(p, taught.At));
        }

        After = ReadAfter(positions);
        Subscription = ReadSubscriptions();
        AidFor = ReadAid(positions);
    }

    public PlanRequest Request { get; }

    /// <summary>By program: what it teaches.</summary>
    public Level[][] Teaches { get; }

    /// <summary>By program: what it requires.</summary>
    public Level[][] Requires { get; }

    /// <summary>By program: positions of the programs that must finish before.</summary>
    public int[][] After { get; }

    /// <summary>By program: position of its subscription, or -1.</summary>
    public int[] Subscription { get; }

    /// <summary>By program: positions of the aid that lists it.</summary>
    public int[][] AidFor { get; }

    public bool Holds(Level wanted) => _held[wanted.Skill] >= wanted.At;

    /// <summary>Programs that teach a skill, in the order of the request, with the level they reach.</summary>
    public IReadOnlyList<Teacher> TeachersOf(int skill) => _teachers[skill];

    public Level LevelOf(SkillNeed need) => new(SkillId(need.Skill), need.Level);

    private int SkillId(string skill)
    {
        if (_skills.TryGetValue(skill, out var id)) return id;
        id = _skills.Count;
        _skills.Add(skill, id);
        _teachers.Add([]);
        _held.Add(0);
        return id;
    }

    private Level[] Levels(IReadOnlyList<SkillLevel> levels)
    {
        if (levels.Count == 0) return [];
        var result = new Level[levels.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = new(SkillId(levels[i].Skill), levels[i].Level);
        return result;
    }

    private int[][] ReadAfter(Dictionary<string, int> positions)
    {
        var programs = Request.Programs;
        var after = new int[programs.Count][];
        for (var p = 0; p < after.Length; p++)
        {
            after[p] = programs[p].After.Count == 0 ? [] : [.. programs[p].After.Select(id =>
                positions.TryGetValue(id, out var q)
                    ? q
                    : throw new ArgumentException($"{programs[p].Id} comes after {id}, which the request does not have."))];
        }

        return after;
    }

    private int[] ReadSubscriptions()
    {
        var bySubscription = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = 0; s < Request.Subscriptions.Count; s++)
            bySubscription.Add(Request.Subscriptions[s].Id, s);
        var result = new int[Request.Programs.Count];
        for (var p = 0; p < result.Length; p++)
        {
            var program = Request.Programs[p];
            if (program.PriceOnce is null && program.Subscription is null)
                throw new ArgumentException($"{program.Id} has neither a price nor a subscription: unknown is not free.");
            if (program.Subscription is null)
                result[p] = -1;
            else if (!bySubscription.TryGetValue(program.Subscription, out result[p]))
                throw new ArgumentException($"{program.Id} names the subscription {program.Subscription}, which the request does not have.");
        }

        return result;
    }

    private int[][] ReadAid(Dictionary<string, int> positions)
    {
        var lists = new List<int>?[Request.Programs.Count];
        for (var a = 0; a < Request.Aid.Count; a++)
        {
            foreach (var id in Request.Aid[a].Programs)
            {
                if (!positions.TryGetValue(id, out var p))
                    throw new ArgumentException($"Aid {Request.Aid[a].Id} lists {id}, which the request does not have.");
                (lists[p] ??= []).Add(a);
            }
        }

        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }
}

/// <summary>A skill, by number, at a level.</summary>
internal readonly record struct Level(int Skill, int At);

/// <summary>A program, by position, that teaches a skill up to a level.</summary>
internal readonly record struct Teacher(int Program, int At);
