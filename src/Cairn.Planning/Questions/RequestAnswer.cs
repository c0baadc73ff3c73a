using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>Answers the questions of one request in order, each with an equal share of the time that is left, and tells of each answer when it is there.</summary>
internal sealed class RequestAnswer
{
    private readonly PlanRequest _request;
    private readonly Patience _patience;
    private readonly IProgress<PlanAnswer>? _progress;
    private readonly Catalogue _catalogue;
    private readonly PlanProblem _problem;
    private readonly PlanSearch _search;
    private readonly Dictionary<string, Found> _found = [];
    private Draft? _greedy;
    private bool _isInfeasible;
    private int _waiting;
    private PlanAnswer _answer;

    public RequestAnswer(PlanRequest request, Patience patience, IProgress<PlanAnswer>? progress)
    {
        (_request, _patience, _progress) = (request, patience, progress);
        _catalogue = new(request);
        _problem = ProblemBuilder.Build(_catalogue, request.Limits, request.Needs);
        _search = new(_problem);
        _answer = new()
        {
            Plans = new Dictionary<string, LearnerPlan>(),
            Unreachable = [.. _problem.Unreachable.Select(n => request.Needs[n].Skill)],
        };
    }

    public PlanAnswer Work()
    {
        var asked = NamedQuestion.All.Where(q => q.IsAsked(_request.Ask)).ToList();
        _waiting = asked.Count + (_request.Ask.Frontier ? 1 : 0) + (_request.Ask.Why ? 1 : 0) + (_request.Ask.Transitions is null ? 0 : 1);
        ShowGreedy(asked);
        foreach (var question in asked) Solve(question);
        if (_request.Ask.Frontier) DrawFrontier();
        if (_request.Ask.Why) GiveReasons(asked);
        if (_isInfeasible) NameObstacles();
        if (_request.Ask.Transitions is { } transitions) RankGoals(transitions);
        return _answer;
    }

    /// <summary>At once, and not yet proven: a plan in the place of each that is asked for, with the bounds that need no search.</summary>
    private void ShowGreedy(List<NamedQuestion> asked)
    {
        if (asked.Count == 0) return;
        _greedy = GreedyPlan.Of(_problem);
        if (_greedy is null) return;
        var plans = asked.ToDictionary(q => q.Name, q => AnswerWriter.Plan(q.Aim, new(PlanStatus.Bounded, _greedy, _search.BoundWithoutSearch(q.Aim))));
        _progress?.Report(_answer with { Plans = plans });
    }

    /// <summary>The greedy plan, or a better one that an earlier question found.</summary>
    private Draft? Start(NamedQuestion question) =>
        _found.Values.Select(f => f.Draft).Append(_greedy)
            .Where(d => d is not null)
            .MinBy(d => question.Aim == Aim.Recognition ? -d!.Recognition : PlanSearch.ValueOf(question.Aim, d!));

    private void Solve(NamedQuestion question)
    {
        var found = _isInfeasible ? Found.Infeasible : question.Solve(_search, Share(), Start(question));
        _isInfeasible |= found.Status == PlanStatus.Infeasible;
        _found[question.Name] = found;
        Tell(_answer with { Plans = _found.ToDictionary(f => f.Key, f => AnswerWriter.Plan(NamedQuestion.AimOf(f.Key), f.Value)) });
    }

    private void DrawFrontier()
    {
        var frontier = new Frontier(_search);
        var cheapest = _found.TryGetValue("cheapest", out var found) && found.Status == PlanStatus.Proven ? found : null;
        if (!_isInfeasible) frontier.Draw(Share(), cheapest, () => Tell(_answer with { Frontier = frontier.Points, FrontierComplete = frontier.IsComplete }));
        _isInfeasible |= frontier.IsComplete && frontier.Points.Count == 0;
        Tell(_answer with { Frontier = frontier.Points, FrontierComplete = frontier.IsComplete || _isInfeasible });
    }

    private void GiveReasons(List<NamedQuestion> asked)
    {
        var patience = Share();
        var reasons = new Reasons(_problem);
        var why = new Dictionary<string, IReadOnlyList<ProgramReason>>();
        for (var i = 0; i < asked.Count; i++)
        {
            if (_found[asked[i].Name].Draft is not { } draft) continue;
            var own = patience.Share(asked.Count - i);
            why[asked[i].Name] = reasons.For(draft, asked[i].Aim, asked[i].Solve, own.Share);
            Tell(_answer with { Why = new Dictionary<string, IReadOnlyList<ProgramReason>>(why) });
        }

        Tell(_answer with { Why = why });
    }

    private void NameObstacles()
    {
        var blockedBy = new Obstacles(_problem, _patience.Share(2)).BlockedBy();
        Tell(_answer with { BlockedBy = blockedBy });
        Tell(_answer with { SmallestChanges = new SmallestChanges(_problem, _patience).Find() });
    }

    private void RankGoals(TransitionQuestion question)
    {
        var ranked = new Transitions(_catalogue, question, Share()).Rank(some => Tell(_answer with { Transitions = some }));
        Tell(_answer with { Transitions = ranked });
    }

    /// <summary>One equal part of the time for the next of the questions that wait.</summary>
    private Patience Share() => _patience.Share(_waiting--);

    private void Tell(PlanAnswer answer)
    {
        _answer = answer;
        _progress?.Report(answer);
    }
}
