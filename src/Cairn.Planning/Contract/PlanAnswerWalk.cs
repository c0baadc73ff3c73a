namespace Cairn.Planning.Contract;

/// <summary>The members of an answer. Their values are not compared with anything here; that is checking.</summary>
/// <param name="digits">Minor digits of the request's currency.</param>
internal sealed class PlanAnswerWalk(int digits)
{
    private const long Most = 1_000_000_000_000_000_000;

    private static readonly string[] AnswerMembers =
        ["plans", "unreachable", "frontier", "frontierComplete", "why", "blockedBy", "smallestChanges", "transitions"];
    private static readonly string[] PlanNames = ["cheapest", "fastest", "bestRecognised"];
    private static readonly string[] PlanMembers =
        ["status", "bound", "gap", "cost", "hours", "weeks", "coverage", "recognition", "subscriptions", "programs"];
    private static readonly string[] SubscriptionMembers = ["id", "months", "monthHours", "calendarMonths"];
    private static readonly string[] ProgramMembers = ["id", "start", "finish", "pays", "covers"];
    private static readonly string[] ReasonMembers = ["id", "only", "without"];
    private static readonly string[] WithoutMembers = ["status", "cost", "weeks", "coverage"];
    private static readonly string[] ChangeMembers = ["dimension", "to"];
    private static readonly string[] TransitionMembers = ["goals", "solved", "pruned", "proven"];
    private static readonly string[] GoalMembers = ["id", "status", "cost", "weeks", "hours", "coverage", "carriedOver"];
    private static readonly string[] Statuses = ["proven", "bounded", "infeasible", "unknown"];
    private static readonly string[] Dimensions = ["budget", "hoursPerWeek", "finishBy", "coverage", "languages", "maxPrograms", "maxAtOnce"];

    internal PlanReading<PlanAnswer> Read(ref StrictJsonWalk walk)
    {
        Dictionary<string, LearnerPlan> plans = [];
        List<string> unreachable = [];
        List<FrontierPoint>? frontier = null;
        bool? complete = null;
        Dictionary<string, IReadOnlyList<ProgramReason>>? why = null;
        List<string>? blockedBy = null;
        List<SmallestChange>? changes = null;
        TransitionAnswer? transitions = null;

        StrictJsonWalk.Members members = walk.BeginObject(AnswerMembers);
        while (walk.Next(ref members))
        {
            switch (members.Current)
            {
                case 0: plans = Plans(ref walk); break;
                case 1: unreachable = walk.Texts(); break;
                case 2: frontier = Frontier(ref walk); break;
                case 3: complete = walk.Truth(); break;
                case 4: why = Why(ref walk); break;
                case 5: blockedBy = walk.Texts(); break;
                case 6: changes = Changes(ref walk); break;
                default: transitions = Transitions(ref walk); break;
            }
        }

        RefuseMissing(ref walk, members, "an object", 0);
        RefuseMissing(ref walk, members, "a list", 1);
        return walk.Problem is { } problem
            ? new PlanReading<PlanAnswer>(problem)
            : new PlanReading<PlanAnswer>(new PlanAnswer
            {
                Plans = plans,
                Unreachable = unreachable,
                Frontier = frontier,
                FrontierComplete = complete,
                Why = why,
                BlockedBy = blockedBy,
                SmallestChanges = changes,
                Transitions = transitions,
            });
    }

    private static void RefuseMissing(ref StrictJsonWalk walk, scoped in StrictJsonWalk.Members members, string expected, params ReadOnlySpan<int> required)
    {
        foreach (int member in required)
        {
            if (!members.Has(member))
            {
                walk.RefuseMissing(members, members.Names[member], expected);
            }
        }
    }

    private Dictionary<string, LearnerPlan> Plans(ref StrictJsonWalk walk)
    {
        Dictionary<string, LearnerPlan> plans = [];
        StrictJsonWalk.Members members = walk.BeginObject(PlanNames);
        while (walk.Next(ref members))
        {
            plans[PlanNames[members.Current]] = Plan(ref walk, money: members.Current == 0);
        }

        return plans;
    }

    /// <param name="walk">Stands at the plan.</param>
    /// <param name="money">Whether its bound is an amount.</param>
    private LearnerPlan Plan(ref StrictJsonWalk walk, bool money)
    {
        var plan = new LearnerPlan { Status = PlanStatus.Unknown };
        StrictJsonWalk.Members members = walk.BeginObject(PlanMembers);
        while (walk.Next(ref members))
        {
            plan = members.Current switch
            {
                0 => plan with { Status = Status(ref walk) },
                1 => plan with { Bound = money ? walk.AmountText(digits) : walk.Integer(0, Most) },
                2 => plan with { Gap = walk.Number(0, double.MaxValue) },
                3 => plan with { Cost = walk.AmountText(digits) ?? 0 },
                4 => plan with { Hours = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                5 => plan with { Weeks = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                6 => plan with { CoverageMillionths = (int)(walk.Millionths(1) ?? 0) },
                7 => plan with { Recognition = walk.Integer(0, Most) ?? 0 },
                8 => plan with { Subscriptions = Subscriptions(ref walk) },
                _ => plan with { Programs = Programs(ref walk) },
            };
        }

        RefuseMissing(ref walk, members, "one of " + string.Join(", ", Statuses), 0);
        if (plan.Status is PlanStatus.Proven or PlanStatus.Bounded)
        {
            RefuseMissing(ref walk, members, "a number of the plan", 3, 4, 5, 6, 7);
            RefuseMissing(ref walk, members, "a list", 8, 9);
        }

        return plan;
    }

    private static PlanStatus Status(ref StrictJsonWalk walk) => walk.OneOf(Statuses) switch
    {
        "proven" => PlanStatus.Proven,
        "bounded" => PlanStatus.Bounded,
        "infeasible" => PlanStatus.Infeasible,
        _ => PlanStatus.Unknown,
    };

    private static List<PaidSubscription> Subscriptions(ref StrictJsonWalk walk)
    {
        List<PaidSubscription> subscriptions = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? id = null;
            long?[] numbers = new long?[4];
            StrictJsonWalk.Members members = walk.BeginObject(SubscriptionMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    id = walk.Text();
                }
                else
                {
                    numbers[members.Current] = walk.Integer(0, int.MaxValue);
                }
            }

            RefuseMissing(ref walk, members, "a text", 0);
            RefuseMissing(ref walk, members, "an integer", 1, 2, 3);
            subscriptions.Add(new PaidSubscription(id ?? "", (int)(numbers[1] ?? 0), (int)(numbers[2] ?? 0), (int)(numbers[3] ?? 0)));
        }

        return subscriptions;
    }

    private static List<PlannedProgram> Programs(ref StrictJsonWalk walk)
    {
        List<PlannedProgram> programs = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            var program = new PlannedProgram("", default, default, "", []);
            StrictJsonWalk.Members members = walk.BeginObject(ProgramMembers);
            while (walk.Next(ref members))
            {
                program = members.Current switch
                {
                    0 => program with { Id = walk.Text() ?? "" },
                    1 => program with { Start = walk.Date() ?? default },
                    2 => program with { Finish = walk.Date() ?? default },
                    3 => program with { Pays = walk.Text() ?? "" },
                    _ => program with { Covers = walk.Texts() },
                };
            }

            RefuseMissing(ref walk, members, "a text", 0, 3);
            RefuseMissing(ref walk, members, "a date as YYYY-MM-DD", 1, 2);
            RefuseMissing(ref walk, members, "a list", 4);
            programs.Add(program);
        }

        return programs;
    }

    private List<FrontierPoint> Frontier(ref StrictJsonWalk walk)
    {
        List<FrontierPoint> points = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            LearnerPlan plan = Plan(ref walk, money: true);
            points.Add(new FrontierPoint(plan.Cost, plan.Weeks, plan.Recognition) { Plan = plan });
        }

        return points;
    }

    private Dictionary<string, IReadOnlyList<ProgramReason>> Why(ref StrictJsonWalk walk)
    {
        Dictionary<string, IReadOnlyList<ProgramReason>> why = [];
        StrictJsonWalk.Members members = walk.BeginObject(PlanNames);
        while (walk.Next(ref members))
        {
            List<ProgramReason> reasons = [];
            for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
            {
                reasons.Add(Reason(ref walk));
            }

            why[PlanNames[members.Current]] = reasons;
        }

        return why;
    }

    private ProgramReason Reason(ref StrictJsonWalk walk)
    {
        var reason = new ProgramReason("", [], new Counterfactual(PlanStatus.Unknown, null, null, null));
        StrictJsonWalk.Members members = walk.BeginObject(ReasonMembers);
        while (walk.Next(ref members))
        {
            reason = members.Current switch
            {
                0 => reason with { Id = walk.Text() ?? "" },
                1 => reason with { Only = walk.Texts() },
                _ => reason with { Without = Without(ref walk) },
            };
        }

        RefuseMissing(ref walk, members, "a text", 0);
        RefuseMissing(ref walk, members, "a list", 1);
        RefuseMissing(ref walk, members, "an object", 2);
        return reason;
    }

    private Counterfactual Without(ref StrictJsonWalk walk)
    {
        var without = new Counterfactual(PlanStatus.Unknown, null, null, null);
        StrictJsonWalk.Members members = walk.BeginObject(WithoutMembers);
        while (walk.Next(ref members))
        {
            without = members.Current switch
            {
                0 => without with { Status = Status(ref walk) },
                1 => without with { Cost = walk.AmountText(digits) },
                2 => without with { Weeks = (int?)walk.Integer(0, int.MaxValue) },
                _ => without with { CoverageMillionths = (int?)walk.Millionths(1) },
            };
        }

        RefuseMissing(ref walk, members, "one of " + string.Join(", ", Statuses), 0);
        if (without.Status is PlanStatus.Proven or PlanStatus.Bounded)
        {
            RefuseMissing(ref walk, members, "a number of the plan", 1, 2, 3);
        }

        return without;
    }

    private List<SmallestChange> Changes(ref StrictJsonWalk walk)
    {
        List<SmallestChange> changes = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            // What the value is depends on the dimension, and either may stand first.
            string? dimension = walk.PeekText("dimension"u8);
            var to = new ChangedLimit();
            StrictJsonWalk.Members members = walk.BeginObject(ChangeMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    walk.OneOf(Dimensions);
                }
                else
                {
                    to = ChangedLimit(ref walk, dimension);
                }
            }

            RefuseMissing(ref walk, members, "one of " + string.Join(", ", Dimensions), 0);
            RefuseMissing(ref walk, members, "the value that makes a plan possible", 1);
            changes.Add(new SmallestChange(dimension ?? "", to));
        }

        return changes;
    }

    private ChangedLimit ChangedLimit(ref StrictJsonWalk walk, string? dimension)
    {
        switch (dimension)
        {
            case "budget": return new ChangedLimit { Amount = walk.AmountText(digits) };
            case "finishBy": return new ChangedLimit { Date = walk.Date() };
            case "coverage": return new ChangedLimit { CoverageMillionths = (int?)walk.Millionths(1) };
            case "languages": return new ChangedLimit { Languages = walk.Texts() };
            case "hoursPerWeek" or "maxPrograms" or "maxAtOnce": return new ChangedLimit { Count = (int?)walk.Integer(0, int.MaxValue) };
            default:
                // The dimension itself is refused; its value cannot be judged.
                walk.Skip();
                return new ChangedLimit();
        }
    }

    private TransitionAnswer Transitions(ref StrictJsonWalk walk)
    {
        var transitions = new TransitionAnswer([], 0, 0, false);
        StrictJsonWalk.Members members = walk.BeginObject(TransitionMembers);
        while (walk.Next(ref members))
        {
            transitions = members.Current switch
            {
                0 => transitions with { Goals = Goals(ref walk) },
                1 => transitions with { Solved = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                2 => transitions with { Pruned = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                _ => transitions with { Proven = walk.Truth() ?? false },
            };
        }

        RefuseMissing(ref walk, members, "a list", 0);
        RefuseMissing(ref walk, members, "an integer", 1, 2);
        RefuseMissing(ref walk, members, "true or false", 3);
        return transitions;
    }

    private List<GoalAnswer> Goals(ref StrictJsonWalk walk)
    {
        List<GoalAnswer> goals = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            var goal = new GoalAnswer("", PlanStatus.Unknown, 0, 0, 0, 0, []);
            StrictJsonWalk.Members members = walk.BeginObject(GoalMembers);
            while (walk.Next(ref members))
            {
                goal = members.Current switch
                {
                    0 => goal with { Id = walk.Text() ?? "" },
                    1 => goal with { Status = Status(ref walk) },
                    2 => goal with { Cost = walk.AmountText(digits) ?? 0 },
                    3 => goal with { Weeks = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                    4 => goal with { Hours = (int)(walk.Integer(0, int.MaxValue) ?? 0) },
                    5 => goal with { CoverageMillionths = (int)(walk.Millionths(1) ?? 0) },
                    _ => goal with { CarriedOver = walk.Texts() },
                };
            }

            RefuseMissing(ref walk, members, "a member of every goal", 0, 1, 2, 3, 4, 5, 6);
            goals.Add(goal);
        }

        return goals;
    }
}
