using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>
/// Everything between the named plans: all (cost, weeks, recognition) that no valid plan dominates. Asks for the least cost within
/// so many weeks and with so much recognition; what is found splits the question into one with fewer weeks and one with more
/// recognition, until none has a plan. An answer serves every tighter question that its plan still keeps.
/// </summary>
internal sealed class Frontier
{
    private readonly PlanSearch _search;
    private readonly List<Asked> _asked = [];
    private readonly Dictionary<(long, int, long), LearnerPlan> _plans = [];

    public Frontier(PlanSearch search) => _search = search;

    /// <summary>What is known so far and cannot change, by cost.</summary>
    public IReadOnlyList<FrontierPoint> Points { get; private set; } = [];

    /// <summary>Nothing is left to ask.</summary>
    public bool IsComplete { get; private set; }

    /// <param name="patience">How long it may take.</param>
    /// <param name="cheapest">The proven cheapest plan, if it is known already.</param>
    /// <param name="tell">Called when <see cref="Points"/> has grown.</param>
    public void Draw(Patience patience, Found? cheapest, Action tell)
    {
        if (cheapest is not null) _asked.Add(new(Question.Widest, cheapest));
        var open = new PriorityQueue<Question, (long, int)>([(Question.Widest, Question.Widest.Order)]);
        var met = new HashSet<Question> { Question.Widest };
        while (open.TryDequeue(out var question, out _))
        {
            if (Answer(question, patience) is not { } answer) return;
            if (answer.Draft is not { } draft) continue;
            var faster = question with { Weeks = draft.Weeks - 1 };
            if (faster.Weeks >= 0 && met.Add(faster)) open.Enqueue(faster, faster.Order);
            var better = question with { Recognition = draft.Recognition + 1 };
            if (_search.BestTier > 0 && met.Add(better)) open.Enqueue(better, better.Order);
            if (Settle(everything: false, patience)) tell();
        }

        IsComplete = true;
        if (Settle(everything: true, patience)) tell();
    }

    private Asked? Answer(Question question, Patience patience)
    {
        foreach (var asked in _asked)
        {
            if (asked.Question.Covers(question) && (asked.Draft is null || question.Admits(asked.Draft))) return asked;
        }

        var within = new Within
        {
            WeeksAtMost = question.Weeks == int.MaxValue ? null : question.Weeks,
            RecognitionAtLeast = question.Recognition == 0 ? null : question.Recognition,
        };
        var start = _asked.LastOrDefault(a => a.Draft is not null)?.Draft;
        var found = _search.Best(Aim.CostThenHours, within, patience, start);
        if (found.Status is not (PlanStatus.Proven or PlanStatus.Infeasible)) return null;
        var answer = new Asked(question, found.Draft is { } draft ? found with { Draft = _search.InFewestWeeks(draft, patience) } : found);
        _asked.Add(answer);
        return answer;
    }

    /// <summary>Keeps the points that nothing dominates; before the end, only those of which that is already known.</summary>
    private bool Settle(bool everything, Patience patience)
    {
        var known = _asked.Where(a => a.Draft is not null)
            .Where(a => everything || (IsDearer(a.Draft!.Weeks - 1, a.Draft.Recognition, a.Draft.Cost) && IsDearer(a.Draft.Weeks, a.Draft.Recognition + 1, a.Draft.Cost)))
            .DistinctBy(a => (a.Draft!.Cost, a.Draft.Weeks, a.Draft.Recognition))
            .ToList();
        var points = known
            .Where(a => !known.Exists(o => !ReferenceEquals(o, a) && o.Draft!.Cost <= a.Draft!.Cost && o.Draft.Weeks <= a.Draft.Weeks && o.Draft.Recognition >= a.Draft.Recognition))
            .OrderBy(a => a.Draft!.Cost).ThenBy(a => a.Draft!.Weeks)
            .Select(a => new FrontierPoint(a.Draft!.Cost, a.Draft.Weeks, a.Draft.Recognition) { Plan = Plan(a.Found, patience) })
            .ToList();
        var grew = points.Count > Points.Count;
        Points = points;
        return grew;
    }

    /// <summary>The first of the plans with these three numbers.</summary>
    private LearnerPlan Plan(Found found, Patience patience)
    {
        var (cost, weeks, recognition) = (found.Draft!.Cost, found.Draft.Weeks, found.Draft.Recognition);
        if (_plans.TryGetValue((cost, weeks, recognition), out var plan)) return plan;
        var equal = new Within { CostAtMost = cost, WeeksAtMost = weeks, RecognitionAtLeast = recognition };
        var first = _search.FirstAmongEquals(found, equal, patience);
        return _plans[(cost, weeks, recognition)] = AnswerWriter.Plan(Aim.CostThenHours, found with { Draft = first });
    }

    /// <summary>Every plan within those weeks and with that recognition is known to cost more.</summary>
    private bool IsDearer(int weeks, long recognition, long cost) =>
        weeks < 0 || (_search.BestTier == 0 && recognition > 0)
        || _asked.Exists(a => a.Question.Weeks >= weeks && a.Question.Recognition <= recognition && (a.Draft is null || a.Draft.Cost > cost));

    /// <summary>The least cost within so many weeks and with at least so much recognition.</summary>
    private readonly record struct Question(int Weeks, long Recognition)
    {
        public static Question Widest { get; } = new(int.MaxValue, 0);

        /// <summary>The curve of cost and weeks first.</summary>
        public (long, int) Order => (Recognition, -Weeks);

        public bool Covers(Question other) => Weeks >= other.Weeks && Recognition <= other.Recognition;

        public bool Admits(Draft draft) => draft.Weeks <= Weeks && draft.Recognition >= Recognition;
    }

    /// <param name="Question">What was asked.</param>
    /// <param name="Found">The cheapest plan, proven, or proof that there is none.</param>
    private sealed record Asked(Question Question, Found Found)
    {
        public Draft? Draft => Found.Draft;
    }
}
