namespace Cairn.Planning.Contract;

/// <summary>The members of a request, their bounds, and the names that one part uses of another.</summary>
/// <param name="digits">Minor digits of the currency; null when the currency is missing or unknown, which is then a problem of its own.</param>
internal sealed class PlanRequestWalk(int? digits)
{
    private const int MostPrograms = 50_000;
    private const int MostNeeds = 1_000;
    private const int MostHours = 100_000;
    private const int MostCount = 1_000_000_000;

    private static readonly string[] RequestMembers = ["currency", "limits", "has", "needs", "programs", "subscriptions", "aid", "ask", "timeLimitSeconds", "goals"];
    private static readonly string[] LimitMembers = ["hoursPerWeek", "startOn", "finishBy", "budget", "languages", "maxPrograms", "maxAtOnce", "coverage"];
    private static readonly string[] HeldMembers = ["skill", "level", "evidence"];
    private static readonly string[] NeedMembers = ["skill", "level", "weight"];
    private static readonly string[] SkillMembers = ["skill", "level"];
    private static readonly string[] ProgramMembers =
        ["id", "name", "provider", "kind", "hours", "language", "starts", "weeks", "price", "subscription", "teaches", "requires", "after", "recognition"];
    private static readonly string[] PriceMembers = ["once"];
    private static readonly string[] SubscriptionMembers = ["id", "perMonth"];
    private static readonly string[] AidMembers = ["id", "programs", "percent", "amount", "atMost"];
    private static readonly string[] GoalMembers = ["id", "needs"];
    private static readonly string[] QuestionMembers = ["transitions"];
    private static readonly string[] TransitionMembers = ["by", "top"];
    private static readonly string[] Evidence = ["verified", "assessed", "imported", "declared"];
    private static readonly string[] Questions = ["cheapest", "fastest", "bestRecognised", "frontier", "why"];
    private static readonly string[] AnyTime = ["any"];
    private static readonly string[] Orders = ["cost", "weeks"];

    private readonly Dictionary<string, int> _programIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _subscriptionIds = new(StringComparer.Ordinal);
    private readonly List<(string Name, long At, int Program, int Entry)> _afterNames = [];
    private readonly List<(string Name, long At, int Aid, int Entry)> _aidNames = [];
    private readonly List<(string Name, long At, int Program)> _subscriptionNames = [];

    internal PlanReading<PlanRequest> Read(ref StrictJsonWalk walk)
    {
        string? currency = null;
        PlanLimits? limits = null;
        List<HeldSkill> has = [];
        List<SkillNeed>? needs = null;
        List<PlanProgram>? programs = null;
        List<Subscription> subscriptions = [];
        List<Aid> aid = [];
        PlanQuestions ask = PlanQuestions.NamedPlans;
        double timeLimit = 10;
        List<PlanGoal> goals = [];

        StrictJsonWalk.Members members = walk.BeginObject(RequestMembers);
        while (walk.Next(ref members))
        {
            switch (members.Current)
            {
                case 0: currency = Currency(ref walk); break;
                case 1: limits = Limits(ref walk); break;
                case 2: has = Has(ref walk); break;
                case 3: needs = Needs(ref walk); break;
                case 4: programs = Programs(ref walk); break;
                case 5: subscriptions = Subscriptions(ref walk); break;
                case 6: aid = AllAid(ref walk); break;
                case 7: ask = Ask(ref walk); break;
                case 8: timeLimit = walk.Number(0, MostCount) ?? 10; break;
                default: goals = Goals(ref walk); break;
            }
        }

        RefuseMissing(ref walk, members, 0, "an ISO 4217 currency code");
        RefuseMissing(ref walk, members, 1, "an object");
        RefuseMissing(ref walk, members, 3, "a list");
        RefuseMissing(ref walk, members, 4, "a list");
        RefuseUnknownNames(ref walk);
        RefuseRings(ref walk);

        return walk.Problem is { } problem
            ? new PlanReading<PlanRequest>(problem)
            : new PlanReading<PlanRequest>(new PlanRequest
            {
                Currency = currency!,
                Limits = limits!,
                Has = has,
                Needs = needs!,
                Programs = programs!,
                Subscriptions = subscriptions,
                Aid = aid,
                Ask = ask,
                TimeLimitSeconds = timeLimit,
                Goals = goals,
            });
    }

    private static void RefuseMissing(ref StrictJsonWalk walk, scoped in StrictJsonWalk.Members members, int member, string expected)
    {
        if (!members.Has(member))
        {
            walk.RefuseMissing(members, members.Names[member], expected);
        }
    }

    private static string? Currency(ref StrictJsonWalk walk)
    {
        const string expected = "an ISO 4217 currency code";
        string? code = walk.Text(expected);
        if (code is not null && !Iso4217.TryGetMinorDigits(code, out _))
        {
            walk.Refuse(expected);
        }

        return code;
    }

    private PlanLimits? Limits(ref StrictJsonWalk walk)
    {
        long? hours = null;
        DateOnly? startOn = null;
        DateOnly? finishBy = null;
        long finishByAt = 0;
        string finishByFound = "";
        long? budget = null;
        List<string>? languages = null;
        long? maxPrograms = null;
        long? maxAtOnce = null;
        long? coverage = null;

        StrictJsonWalk.Members members = walk.BeginObject(LimitMembers);
        while (walk.Next(ref members))
        {
            switch (members.Current)
            {
                case 0: hours = walk.Integer(1, 168); break;
                case 1: startOn = walk.Date(); break;
                case 2 when !walk.IsNull:
                    (finishByAt, finishByFound) = (walk.At, walk.Found());
                    finishBy = walk.Date();
                    break;
                case 3 when !walk.IsNull: budget = walk.Amount(digits); break;
                case 4: languages = walk.Texts(); break;
                case 5: maxPrograms = walk.Integer(0, MostCount); break;
                case 6: maxAtOnce = walk.Integer(0, MostCount); break;
                case 7: coverage = walk.Millionths(1); break;
                default: break;
            }
        }

        RefuseMissing(ref walk, members, 0, "an integer 1 to 168");
        RefuseMissing(ref walk, members, 1, "a date as YYYY-MM-DD");
        if (finishBy < startOn)
        {
            walk.RefuseAt(finishByAt, $"a date not before startOn, {startOn:yyyy-MM-dd}", finishByFound, "finishBy");
        }

        return hours is null || startOn is null ? null : new PlanLimits
        {
            HoursPerWeek = (int)hours,
            StartOn = startOn.Value,
            FinishBy = finishBy,
            Budget = budget,
            Languages = languages,
            MaxPrograms = (int?)maxPrograms,
            MaxAtOnce = (int?)maxAtOnce,
            CoverageMillionths = (int?)coverage,
        };
    }

    private static List<HeldSkill> Has(ref StrictJsonWalk walk)
    {
        List<HeldSkill> has = [];
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? skill = null;
            long? level = null;
            string? evidence = null;
            StrictJsonWalk.Members members = walk.BeginObject(HeldMembers);
            while (walk.Next(ref members))
            {
                switch (members.Current)
                {
                    case 0: skill = NewName(ref walk, once, "a skill that is not in this list yet"); break;
                    case 1: level = walk.Integer(1, 3); break;
                    default: evidence = walk.OneOf(Evidence); break;
                }
            }

            RefuseMissing(ref walk, members, 0, "a text");
            RefuseMissing(ref walk, members, 1, "an integer 1 to 3");
            has.Add(new HeldSkill(skill ?? "", (int)(level ?? 1), evidence));
        }

        return has;
    }

    private static List<SkillNeed> Needs(ref StrictJsonWalk walk)
    {
        List<SkillNeed> needs = [];
        RefuseTooMany(ref walk, MostNeeds, "needs");
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? skill = null;
            long? level = null;
            long? weight = null;
            StrictJsonWalk.Members members = walk.BeginObject(NeedMembers);
            while (walk.Next(ref members))
            {
                switch (members.Current)
                {
                    case 0: skill = NewName(ref walk, once, "a skill that is not in this list yet"); break;
                    case 1: level = walk.Integer(1, 3); break;
                    default: weight = walk.Integer(1, 1_000_000_000); break;
                }
            }

            RefuseMissing(ref walk, members, 0, "a text");
            RefuseMissing(ref walk, members, 1, "an integer 1 to 3");
            RefuseMissing(ref walk, members, 2, "an integer 1 to 1000000000");
            needs.Add(new SkillNeed(skill ?? "", (int)(level ?? 1), weight ?? 1));
        }

        return needs;
    }

    private static List<SkillLevel> SkillLevels(ref StrictJsonWalk walk)
    {
        List<SkillLevel> skills = [];
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? skill = null;
            long? level = null;
            StrictJsonWalk.Members members = walk.BeginObject(SkillMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    skill = NewName(ref walk, once, "a skill that is not in this list yet");
                }
                else
                {
                    level = walk.Integer(1, 3);
                }
            }

            RefuseMissing(ref walk, members, 0, "a text");
            RefuseMissing(ref walk, members, 1, "an integer 1 to 3");
            skills.Add(new SkillLevel(skill ?? "", (int)(level ?? 1)));
        }

        return skills;
    }

    private List<PlanProgram> Programs(ref StrictJsonWalk walk)
    {
        List<PlanProgram> programs = [];
        RefuseTooMany(ref walk, MostPrograms, "programs");
        for (bool list = walk.BeginList(); list && walk.NextEntry(out int index);)
        {
            programs.Add(Program(ref walk, index));
        }

        return programs;
    }

    private PlanProgram Program(ref StrictJsonWalk walk, int index)
    {
        string? id = null;
        string? name = null;
        string? provider = null;
        string? kind = null;
        long? hours = null;
        string? language = null;
        List<DateOnly>? starts = null;
        long? weeks = null;
        long? price = null;
        bool priced = false;
        string? subscription = null;
        bool subscribed = false;
        List<SkillLevel>? teaches = null;
        List<SkillLevel> requires = [];
        List<string> after = [];
        long? recognition = null;

        StrictJsonWalk.Members members = walk.BeginObject(ProgramMembers);
        while (walk.Next(ref members))
        {
            switch (members.Current)
            {
                case 0: id = ProgramId(ref walk, index); break;
                case 1: name = walk.Text(); break;
                case 2: provider = walk.Text(); break;
                case 3: kind = walk.Text(); break;
                case 4: hours = walk.Integer(1, MostHours); break;
                case 5: language = walk.Text(); break;
                case 6: starts = Starts(ref walk); break;
                case 7 when !walk.IsNull: weeks = walk.Integer(1, 520) ?? 1; break;
                case 8 when !walk.IsNull: (price, priced) = (Price(ref walk), true); break;
                case 9 when !walk.IsNull: (subscription, subscribed) = (SubscriptionName(ref walk, index), true); break;
                case 10: teaches = SkillLevels(ref walk); break;
                case 11: requires = SkillLevels(ref walk); break;
                case 12: after = After(ref walk, index); break;
                case 13: recognition = walk.Integer(0, 3); break;
                default: break;
            }
        }

        RefuseMissing(ref walk, members, 0, "a text");
        RefuseMissing(ref walk, members, 4, "an integer 1 to 100000");
        RefuseMissing(ref walk, members, 10, "a list");
        if (starts is not null && weeks is null)
        {
            walk.RefuseMissing(members, "weeks", "an integer 1 to 520, because starts has dates");
        }

        if (!priced && !subscribed)
        {
            walk.RefuseMissing(members, "price", "a price or a subscription");
        }

        return new PlanProgram
        {
            Id = id ?? "",
            Name = name,
            Provider = provider,
            Kind = kind,
            Hours = (int)(hours ?? 1),
            Language = language,
            Starts = starts,
            Weeks = (int?)weeks,
            PriceOnce = price,
            Subscription = subscription,
            Teaches = teaches ?? [],
            Requires = requires,
            After = after,
            Recognition = (int)(recognition ?? 0),
        };
    }

    private string? ProgramId(ref StrictJsonWalk walk, int index)
    {
        string? id = walk.Text();
        if (id is not null && !_programIds.TryAdd(id, index))
        {
            walk.Refuse("an id that is not in this list yet");
        }

        return id;
    }

    private static List<DateOnly>? Starts(ref StrictJsonWalk walk)
    {
        if (walk.IsText)
        {
            walk.OneOf(AnyTime);
            return null;
        }

        List<DateOnly> dates = [];
        for (bool list = walk.BeginList("\"any\" or a list of dates"); list && walk.NextEntry(out _);)
        {
            if (walk.Date() is { } date)
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    private long? Price(ref StrictJsonWalk walk)
    {
        long? once = null;
        StrictJsonWalk.Members members = walk.BeginObject(PriceMembers);
        while (walk.Next(ref members))
        {
            once = walk.Amount(digits);
        }

        RefuseMissing(ref walk, members, 0, "an amount");
        return once;
    }

    private string? SubscriptionName(ref StrictJsonWalk walk, int program)
    {
        string? name = walk.Text();
        if (name is not null)
        {
            _subscriptionNames.Add((name, walk.At, program));
        }

        return name;
    }

    private List<string> After(ref StrictJsonWalk walk, int program)
    {
        List<string> after = [];
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out int entry);)
        {
            if (NewName(ref walk, once, "an id that is not in this list yet") is { } name)
            {
                after.Add(name);
                _afterNames.Add((name, walk.At, program, entry));
            }
        }

        return after;
    }

    private List<Subscription> Subscriptions(ref StrictJsonWalk walk)
    {
        List<Subscription> subscriptions = [];
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? id = null;
            long? perMonth = null;
            StrictJsonWalk.Members members = walk.BeginObject(SubscriptionMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    id = NewName(ref walk, _subscriptionIds, "an id that is not in this list yet");
                }
                else
                {
                    perMonth = walk.Amount(digits);
                }
            }

            RefuseMissing(ref walk, members, 0, "a text");
            RefuseMissing(ref walk, members, 1, "an amount");
            subscriptions.Add(new Subscription(id ?? "", perMonth ?? 0));
        }

        return subscriptions;
    }

    private List<Aid> AllAid(ref StrictJsonWalk walk)
    {
        List<Aid> all = [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out int index);)
        {
            all.Add(OneAid(ref walk, ids, index));
        }

        return all;
    }

    private Aid OneAid(ref StrictJsonWalk walk, HashSet<string> ids, int index)
    {
        string? id = null;
        List<string> programs = [];
        long? percent = null;
        long? amount = null;
        long? atMost = null;
        StrictJsonWalk.Members members = walk.BeginObject(AidMembers);
        while (walk.Next(ref members))
        {
            switch (members.Current)
            {
                case 0: id = NewName(ref walk, ids, "an id that is not in this list yet"); break;
                case 1: programs = AidPrograms(ref walk, index); break;
                case 2 when members.Has(3):
                case 3 when members.Has(2):
                    walk.Refuse("percent or amount, not both");
                    walk.Skip();
                    break;
                case 2: percent = walk.Millionths(100); break;
                case 3: amount = walk.Amount(digits); break;
                default: atMost = walk.Integer(0, MostCount); break;
            }
        }

        RefuseMissing(ref walk, members, 0, "a text");
        RefuseMissing(ref walk, members, 1, "a list");
        if (!members.Has(2) && !members.Has(3))
        {
            walk.RefuseMissing(members, "percent", "percent or amount");
        }

        return new Aid(id ?? "", programs, percent / 1_000_000m, amount, (int?)atMost);
    }

    private List<string> AidPrograms(ref StrictJsonWalk walk, int aid)
    {
        List<string> programs = [];
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out int entry);)
        {
            if (NewName(ref walk, once, "an id that is not in this list yet") is { } name)
            {
                programs.Add(name);
                _aidNames.Add((name, walk.At, aid, entry));
            }
        }

        return programs;
    }

    private static PlanQuestions Ask(ref StrictJsonWalk walk)
    {
        var ask = new PlanQuestions();
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            if (walk.IsObject)
            {
                if (ask.Transitions is not null)
                {
                    walk.Refuse("transitions once", "transitions a second time");
                }

                ask = ask with { Transitions = Transitions(ref walk) };
                continue;
            }

            switch (walk.OneOf(Questions))
            {
                case "cheapest": ask = ask with { Cheapest = true }; break;
                case "fastest": ask = ask with { Fastest = true }; break;
                case "bestRecognised": ask = ask with { BestRecognised = true }; break;
                case "frontier": ask = ask with { Frontier = true }; break;
                case "why": ask = ask with { Why = true }; break;
                default: break;
            }
        }

        return ask;
    }

    private static TransitionQuestion? Transitions(ref StrictJsonWalk walk)
    {
        string? by = null;
        long? top = null;
        StrictJsonWalk.Members question = walk.BeginObject(QuestionMembers);
        while (walk.Next(ref question))
        {
            StrictJsonWalk.Members members = walk.BeginObject(TransitionMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    by = walk.OneOf(Orders);
                }
                else
                {
                    top = walk.Integer(1, MostCount);
                }
            }

            RefuseMissing(ref walk, members, 0, "one of cost, weeks");
            RefuseMissing(ref walk, members, 1, "an integer 1 to 1000000000");
        }

        RefuseMissing(ref walk, question, 0, "an object");
        return new TransitionQuestion(by ?? "cost", (int)(top ?? 1));
    }

    private static List<PlanGoal> Goals(ref StrictJsonWalk walk)
    {
        List<PlanGoal> goals = [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (bool list = walk.BeginList(); list && walk.NextEntry(out _);)
        {
            string? id = null;
            List<SkillNeed>? needs = null;
            StrictJsonWalk.Members members = walk.BeginObject(GoalMembers);
            while (walk.Next(ref members))
            {
                if (members.Current == 0)
                {
                    id = NewName(ref walk, ids, "an id that is not in this list yet");
                }
                else
                {
                    needs = Needs(ref walk);
                }
            }

            RefuseMissing(ref walk, members, 0, "a text");
            RefuseMissing(ref walk, members, 1, "a list");
            goals.Add(new PlanGoal(id ?? "", needs ?? []));
        }

        return goals;
    }

    private static string? NewName(ref StrictJsonWalk walk, HashSet<string> once, string expected)
    {
        string? name = walk.Text();
        if (name is not null && !once.Add(name))
        {
            walk.Refuse(expected);
        }

        return name;
    }

    private static void RefuseTooMany(ref StrictJsonWalk walk, int most, string what)
    {
        int count = walk.CountEntries();
        if (count > most)
        {
            walk.Refuse($"at most {most} {what}", $"{count} {what}");
        }
    }

    private void RefuseUnknownNames(ref StrictJsonWalk walk)
    {
        foreach ((string name, long at, int program, int entry) in _afterNames)
        {
            if (!_programIds.TryGetValue(name, out int named))
            {
                walk.RefusePointer(at, $"/programs/{program}/after/{entry}", "the id of a program", Named(name));
            }
            else if (named == program)
            {
                walk.RefusePointer(at, $"/programs/{program}/after/{entry}", "the id of another program", Named(name));
            }
        }

        foreach ((string name, long at, int aid, int entry) in _aidNames.Where(use => !_programIds.ContainsKey(use.Name)))
        {
            walk.RefusePointer(at, $"/aid/{aid}/programs/{entry}", "the id of a program", Named(name));
        }

        foreach ((string name, long at, int program) in _subscriptionNames.Where(use => !_subscriptionIds.Contains(use.Name)))
        {
            walk.RefusePointer(at, $"/programs/{program}/subscription", "the id of a subscription", Named(name));
        }
    }

    /// <summary>
    /// A ring of <c>after</c> is refused at the entry of it that stands first. An entry is part of a ring exactly when both its ends lie in
    /// one strongly connected component, here found by Tarjan's algorithm with a stack of its own.
    /// </summary>
    private void RefuseRings(ref StrictJsonWalk walk)
    {
        ILookup<int, int> before = _afterNames
            .Where(use => _programIds.ContainsKey(use.Name))
            .ToLookup(use => use.Program, use => _programIds[use.Name]);
        Dictionary<int, int> component = Components(before);
        foreach ((string name, long at, int program, int entry) in _afterNames)
        {
            if (_programIds.TryGetValue(name, out int named) && named != program && component[named] == component[program])
            {
                walk.RefusePointer(at, $"/programs/{program}/after/{entry}", "no ring of after", Named(name));
                return;
            }
        }
    }

    private static Dictionary<int, int> Components(ILookup<int, int> edges)
    {
        var component = new Dictionary<int, int>();
        var order = new Dictionary<int, int>();
        var low = new Dictionary<int, int>();
        var open = new Stack<int>();
        var path = new Stack<(int Node, IEnumerator<int> Next)>();
        foreach (IGrouping<int, int> root in edges)
        {
            if (order.ContainsKey(root.Key))
            {
                continue;
            }

            Enter(root.Key);
            while (path.TryPeek(out (int Node, IEnumerator<int> Next) top))
            {
                if (!top.Next.MoveNext())
                {
                    Leave();
                }
                else if (!order.TryGetValue(top.Next.Current, out int seen))
                {
                    Enter(top.Next.Current);
                }
                else if (!component.ContainsKey(top.Next.Current))
                {
                    low[top.Node] = Math.Min(low[top.Node], seen);
                }
            }
        }

        return component;

        void Enter(int node)
        {
            low[node] = order[node] = order.Count;
            open.Push(node);
            path.Push((node, edges[node].GetEnumerator()));
        }

        void Leave()
        {
            int node = path.Pop().Node;
            if (path.TryPeek(out (int Node, IEnumerator<int> Next) parent))
            {
                low[parent.Node] = Math.Min(low[parent.Node], low[node]);
            }

            if (low[node] == order[node])
            {
                int member;
                do
                {
                    member = open.Pop();
                    component[member] = node;
                }
                while (member != node);
            }
        }
    }

    private static string Named(string name) => StrictJsonWalk.Shown("\"" + name + "\"");
}
