using Cairn.Planning.Contract;

namespace Cairn.Planning.Tests.Reference;

/// <summary>
/// Small requests that use every rule, with many ties and tight limits. The same seed gives the same request for ever: a failing seed is a
/// test case.
/// </summary>
internal static class RandomRequests
{
    private static readonly string[] Skills = ["a", "b", "c", "d", "e", "f"];
    private static readonly long[] Prices = [0, 10_00, 10_00, 20_00, 25_00, 30_00, 33_33, 50_00];
    private static readonly string?[] Languages = [null, null, "en", "en", "en-GB", "enm", "es", "EN-us"];
    private static readonly int[] Coverages = [0, 333_333, 500_000, 666_667, 800_000, 900_000, 1_000_000];
    private static readonly DateOnly[] Starts = [new(2027, 1, 4), new(2027, 1, 6), new(2028, 2, 27)];

    /// <param name="seed">Decides everything.</param>
    /// <param name="mostPrograms">At most 14; brute force doubles its time with each.</param>
    internal static PlanRequest Request(int seed, int mostPrograms = 11)
    {
        var random = new Random(seed);
        int skills = random.Next(2, Skills.Length + 1);
        int count = Chance(random, 10) ? random.Next(1, mostPrograms + 1) : random.Next((mostPrograms + 1) / 2, mostPrograms + 1);
        int hoursPerWeek = random.Next(2, 7);
        DateOnly startOn = Pick(random, Starts);
        int subscriptions = random.Next(3);
        List<PlanProgram> programs = [];
        for (int i = 0; i < count; i++)
        {
            programs.Add(Program(random, i, count, skills, hoursPerWeek, startOn, subscriptions));
        }

        return new PlanRequest
        {
            Currency = "USD",
            Limits = Limits(random, hoursPerWeek, startOn),
            Has = Chance(random, 25) ? Distinct(random, skills, 2).Select(skill => new HeldSkill(skill, random.Next(1, 4))).ToList() : [],
            Needs = Distinct(random, skills, 5).Select(skill => new SkillNeed(skill, Level(random), Chance(random, 50) ? 1 : random.Next(1, 6))).ToList(),
            Programs = programs,
            Subscriptions = Enumerable.Range(0, subscriptions).Select(s => new Subscription($"sub{s}", Pick(random, Prices) + 5_00)).ToList(),
            Aid = Enumerable.Range(0, random.Next(3)).Select(a => OneAid(random, a, programs)).ToList(),
            Ask = PlanQuestions.NamedPlans with { Frontier = true, Why = true },
            TimeLimitSeconds = 60,
        };
    }

    /// <summary>The same, with one limit moved to the exact value where it begins to matter, or one step beyond it.</summary>
    internal static PlanRequest TightRequest(int seed, int mostPrograms = 11)
    {
        PlanRequest request = Request(seed, mostPrograms);
        BruteForceAnswer answer = BruteForce.Solve(request);
        if (!answer.Feasible)
        {
            return request;
        }

        var random = new Random(~seed);
        (long cost, int weeks, _) = answer.Frontier[random.Next(answer.Frontier.Count)];
        long step = random.Next(2);
        PlanLimits limits = request.Limits;
        DateOnly? finishBy = weeks > 0 ? limits.StartOn.AddDays((7 * weeks) - 1 - (int)step) : limits.FinishBy;
        return request with
        {
            Limits = random.Next(3) switch
            {
                0 => limits with { Budget = Math.Max(0, cost - step) },
                1 => limits with { FinishBy = finishBy },
                _ => limits with { Budget = cost, FinishBy = finishBy },
            },
        };
    }

    /// <summary>Few prices, few hours and much that teaches the same: most plans have equals.</summary>
    internal static PlanRequest TiedRequest(int seed, int mostPrograms = 10)
    {
        PlanRequest request = seed % 2 == 0 ? Request(seed, mostPrograms) : TightRequest(seed, mostPrograms);
        var random = new Random(seed * 7);
        return request with
        {
            Programs = [.. request.Programs.Select(p => p with
            {
                Hours = p.Starts is null ? (1 + random.Next(3)) * request.Limits.HoursPerWeek : p.Hours,
                PriceOnce = p.PriceOnce is null ? null : random.Next(3) * 10_00,
                Recognition = random.Next(2),
            })],
            Aid = [.. request.Aid.Select(a => a.Amount is null ? a with { Percent = 50m } : a with { Amount = 10_00 })],
        };
    }

    /// <summary>The programs of a plan in the order of the request.</summary>
    internal static string InOrder(PlanRequest request, LearnerPlan plan) =>
        string.Join(' ', request.Programs.Select(p => p.Id).Where(id => plan.Programs.Any(p => p.Id == id)));

    private static PlanProgram Program(Random random, int i, int count, int skills, int hoursPerWeek, DateOnly startOn, int subscriptions)
    {
        bool cohort = Chance(random, 30);
        int weeks = random.Next(1, 4);
        bool subscribed = subscriptions > 0 && Chance(random, 40);
        return new PlanProgram
        {
            Id = $"p{i}",
            Hours = cohort ? random.Next(1, (weeks * hoursPerWeek) + 1) : random.Next(1, (4 * hoursPerWeek) + 1),
            Language = Pick(random, Languages),
            Starts = cohort ? Enumerable.Range(0, random.Next(1, 4)).Select(_ => startOn.AddDays(random.Next(-7, 36))).ToList() : null,
            Weeks = cohort || Chance(random, 20) ? weeks : null,
            PriceOnce = subscribed && Chance(random, 50) ? null : Pick(random, Prices),
            Subscription = subscribed ? $"sub{random.Next(subscriptions)}" : null,
            Teaches = Distinct(random, skills, 3).Select(skill => new SkillLevel(skill, Level(random))).ToList(),
            Requires = Chance(random, 35) ? Distinct(random, skills, 2).Select(skill => new SkillLevel(skill, Chance(random, 75) ? 1 : 2)).ToList() : [],

            // Only towards later programs: `after` knows no rings.
            After = i + 1 < count && Chance(random, 12) ? [$"p{random.Next(i + 1, count)}"] : [],
            Recognition = Chance(random, 40) ? 0 : random.Next(4),
        };
    }

    private static PlanLimits Limits(Random random, int hoursPerWeek, DateOnly startOn) => new()
    {
        HoursPerWeek = hoursPerWeek,
        StartOn = startOn,
        FinishBy = Chance(random, 40) ? startOn.AddDays(random.Next(13, 90)) : null,
        Budget = Chance(random, 30) ? random.Next(20, 160) * 1_00L : null,
        Languages = Chance(random, 30) ? (Chance(random, 70) ? ["en"] : ["es", "en-gb"]) : null,
        MaxPrograms = Chance(random, 30) ? random.Next(2, 6) : null,
        MaxAtOnce = Chance(random, 40) ? random.Next(1, 3) : null,
        CoverageMillionths = Chance(random, 60) ? Pick(random, Coverages) : null,
    };

    private static Aid OneAid(Random random, int index, List<PlanProgram> programs)
    {
        bool percent = Chance(random, 50);
        return new Aid(
            $"aid{index}",
            programs.Where(_ => Chance(random, 50)).Select(program => program.Id).ToList(),
            percent ? Pick(random, [10m, 33.3m, 50m, 100m]) : null,
            percent ? null : Pick(random, Prices),
            Chance(random, 60) ? random.Next(0, 3) : null);
    }

    private static int Level(Random random) => Chance(random, 50) ? 1 : random.Next(1, 4);

    private static List<string> Distinct(Random random, int skills, int most)
    {
        List<string> all = [.. Skills.Take(skills)];
        List<string> chosen = [];
        for (int left = Math.Min(skills, random.Next(1, most + 1)); left > 0; left--)
        {
            int at = random.Next(all.Count);
            chosen.Add(all[at]);
            all.RemoveAt(at);
        }

        return chosen;
    }

    private static bool Chance(Random random, int percent) => random.Next(100) < percent;

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
