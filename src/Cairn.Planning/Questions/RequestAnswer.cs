using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>Answers the questions of one request in order, each with an equal share of the time that is left.</summary>
internal sealed class RequestAnswer
{
    private readonly PlanRequest _request;
    private readonly Patience _patience;
    private readonly IProgress<PlanAnswer>? _progress;
    private readonly PlanProblem _problem;
    private readonly PlanSearch _search;
    private PlanAnswer _answer;

    public RequestAnswer(PlanRequest request, Patience patience, IProgress<PlanAnswer>? progress)
    {
        (_request, _patience, _progress) = (request, patience, progress);
        _problem = ProblemBuilder.Build(new Catalogue(request), request.Limits, request.Needs);
        _search = new(_problem);
        _answer = new()
        {
            Plans = new Dictionary<string, LearnerPlan>(),
            Unreachable = [.. _problem.Unreachable.Select(n => request.Needs[n].Skill)],
        };
    }

    public PlanAnswer Work()
    {
        var asked = Asked().ToList();
        var plans = new Dictionary<string, LearnerPlan>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (name, aim, solve) = asked[i];
            plans[name] = AnswerWriter.Plan(aim, solve(_patience.Share(asked.Count - i)));
            Tell(_answer with { Plans = new Dictionary<string, LearnerPlan>(plans) });
        }

        return _answer;
    }

    private IEnumerable<(string Name, Aim Aim, Func<Patience, Found> Solve)> Asked()
    {
        if (_request.Ask.Cheapest) yield return ("cheapest", Aim.CostThenHours, patience => NamedPlans.Cheapest(_search, patience));
        if (_request.Ask.Fastest) yield return ("fastest", Aim.Weeks, patience => NamedPlans.Fastest(_search, patience));
        if (_request.Ask.BestRecognised) yield return ("bestRecognised", Aim.Recognition, patience => NamedPlans.BestRecognised(_search, patience));
    }

    private void Tell(PlanAnswer answer)
    {
        _answer = answer;
        _progress?.Report(answer);
    }
}
