using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>
/// Everything between the named plans: all (cost, weeks, recognition) that no valid plan dominates. Asks for the least cost within
/// so many weeks and with so much recognition, then for the fewest weeks at that cost and the most recognition in those weeks: nothing
/// dominates that point. It splits the question into one with fewer weeks and one with more recognition, until none has a plan.
/// An answer serves every tighter question that it still keeps.
/// </summary>
internal sealed class Frontier
{
    private readonly PlanSearch _search;
    private readonly List<Asked> _asked = [];

    public Frontier(PlanSearch search) => _search = search;

    /// <summary>What is known so far and cannot change, by cost.</summary>
    public IReadOnlyList<FrontierPoint> Points { get; private set; } = [];

    /// <summary>Nothing is left to ask.</summary>
    public bool IsComplete { get; private set; }

    /// <param name="patience">How long it may take.</param>
    /// <param name="cheapest">The proven cheapest plan, if it is known already.</param>
    /// <param name="tell">Called when <see cref="Points"/> has grown.</param>
    /// <param name="mostRecognition">No plan is asked to have more recognition: with 0 it is the curve of cost and weeks alone, which always comes first.</param>
    public void Draw(Patience patience, Found? cheapest, Action tell, long mostRecognition = long.MaxValue)
    {
        var open = new PriorityQueue<Question, (long, int)>([(Question.Widest, Question.Widest.Order)]);
        var met = new HashSet<Question> { Question.Widest };
        while (open.TryDequeue(out var question, out _))
        {
            if (Answer(question, question == Question.Widest ? cheapest : null, patience) is not { } answer) return;
            if (answer.Point is not { } point) continue;
            var faster = question with { Weeks = point.Weeks - 1 };
            if (faster.Weeks >= 0 && met.Add(faster)) open.Enqueue(faster, faster.Order);
            var better = question with { Recognition = point.Recognition + 1 };
            if (_search.BestTier > 0 && better.Recognition <= mostRecognition && met.Add(better)) open.Enqueue(better, better.Order);
            if (Points.Any(p => (p.Cost, p.Weeks, p.Recognition) == (point.Cost, point.Weeks, point.Recognition))) continue;
            Points = [.. Points.Append(point).OrderBy(p => p.Cost).ThenBy(p => p.Weeks)];
            tell();
        }

        IsComplete = true;
    }

    /// <summary>Null when time ran out.</summary>
    private Asked? Answer(Question question, Found? found, Patience patience)
    {
        if (_asked.Find(a => a.Question.Covers(question) && (a.Point is null || question.Admits(a.Point))) is { } known) return known;
        var within = new Within
        {
            WeeksAtMost = question.Weeks == int.MaxValue ? null : question.Weeks,
            RecognitionAtLeast = question.Recognition == 0 ? null : question.Recognition,
        };
        found ??= _search.Best(Aim.CostThenHours, within, patience, _asked.LastOrDefault(a => a.Draft is not null)?.Draft);
        if (found.Status == PlanStatus.Infeasible) return Known(new(question, null, null));
        if (found.Status != PlanStatus.Proven || Undominated(found, within, patience) is not { } draft) return null;
        return Known(new(question, draft, new(draft.Cost, draft.Weeks, draft.Recognition)
        {
            Plan = AnswerWriter.Plan(Aim.CostThenHours, new(PlanStatus.Proven, draft, draft.Cost)),
        }));
    }

    private Asked Known(Asked asked)
    {
        _asked.Add(asked);
        return asked;
    }

    /// <summary>Of the plans that cost as little: fewest weeks, then most recognition, then the one that stands first.</summary>
    private Draft? Undominated(Found found, Within within, Patience patience)
    {
        var equals = _search.AmongEquals(found);
        var equal = within with { CostAtMost = found.Draft!.Cost };
        var fastest = equals.Best(Aim.Weeks, equal, patience, found.Draft);
        if (fastest.Status != PlanStatus.Proven) return null;
        var draft = fastest.Draft!;
        equal = equal with { WeeksAtMost = draft.Weeks };
        if (_search.BestTier > 0)
        {
            var recognised = equals.Best(Aim.Recognition, equal, patience, draft);
            if (recognised.Status != PlanStatus.Proven) return null;
            draft = recognised.Draft!;
            equal = equal with { RecognitionAtLeast = draft.Recognition };
        }

        return equals.FirstAmongEquals(draft, equal, patience).In(_search.Problem);
    }

    /// <summary>The least cost within so many weeks and with at least so much recognition.</summary>
    private readonly record struct Question(int Weeks, long Recognition)
    {
        public static Question Widest { get; } = new(int.MaxValue, 0);

        /// <summary>The curve of cost and weeks first.</summary>
        public (long, int) Order => (Recognition, -Weeks);

        public bool Covers(Question other) => Weeks >= other.Weeks && Recognition <= other.Recognition;

        public bool Admits(FrontierPoint point) => point.Weeks <= Weeks && point.Recognition >= Recognition;
    }

    /// <param name="Question">What was asked.</param>
    /// <param name="Draft">The cheapest plan; null when there is none.</param>
    /// <param name="Point">Where it stands.</param>
    private sealed record Asked(Question Question, Draft? Draft, FrontierPoint? Point);
}
