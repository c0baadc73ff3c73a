using System.Diagnostics;
using System.Globalization;
using Cairn.Planning;
using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Questions;
using Cairn.Planning.Searching;

namespace Cairn.Bench;

/// <summary>
/// Solves a folder of plan requests, each question by itself, and prints one table row per group of requests and question:
/// how long it took by the wall and by the processor (on a shared machine they differ), how much was proven, and how much dearer the greedy plan is than the proven optimum of the same run.
/// A request belongs to the group its file name begins with, up to the first digit.
/// </summary>
internal static class PlannerBench
{
    private const string PlansAndCurve = "three plans + curve";

    private static readonly (string Name, PlanQuestions Ask)[] Questions =
    [
        ("cheapest", new() { Cheapest = true }),
        ("fastest", new() { Fastest = true }),
        ("bestRecognised", new() { BestRecognised = true }),
        ("three plans", PlanQuestions.NamedPlans),
        (PlansAndCurve, PlanQuestions.NamedPlans),
        ("three plans + frontier", PlanQuestions.NamedPlans with { Frontier = true }),
        ("three plans + why", PlanQuestions.NamedPlans with { Why = true }),
    ];

    public static int Usage()
    {
        Console.Error.WriteLine("planner FOLDER [--rounds N] [--only QUESTION] [--seconds N]: solve every *.json request of the folder");
        return 64;
    }

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Directory.Exists(args[0])) return Usage();
        var rounds = int.Parse(Option(args, "--rounds") ?? "1", CultureInfo.InvariantCulture);
        var groups = Directory.GetFiles(args[0], "*.json").Order(StringComparer.Ordinal)
            .GroupBy(f => Path.GetFileName(f).Split([.. "0123456789."])[0].TrimEnd('-'))
            .ToList();
        var questions = Questions.Where(q => Option(args, "--only") is not { } only || q.Name == only).ToList();
        Console.WriteLine("| requests | question | n | p50 ms | p95 ms | max ms | p50 CPU ms | p95 CPU ms | proven | bounded | infeasible | unknown | greedy dearer, median | p90 |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var group in groups)
        {
            var requests = group.Select(Read).ToList();
            if (Option(args, "--seconds") is { } seconds)
                requests = [.. requests.Select(r => r with { TimeLimitSeconds = double.Parse(seconds, CultureInfo.InvariantCulture) })];
            PathwayPlanner.Solve(requests[0] with { Ask = PlanQuestions.NamedPlans });
            foreach (var (name, ask) in questions) Console.WriteLine(Row(group.Key, name, requests, ask, rounds));
        }

        return 0;
    }

    private static string Row(string group, string name, List<PlanRequest> requests, PlanQuestions ask, int rounds)
    {
        var (times, work) = (new List<double>(), new List<double>());
        var statuses = new List<PlanStatus>();
        var dearer = new List<double>();
        foreach (var request in requests)
        {
            for (var round = 0; round < rounds; round++)
            {
                var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                var answer = name == PlansAndCurve ? SolveWithCurve(request) : PathwayPlanner.Solve(request with { Ask = ask });
                times.Add(watch.Elapsed.TotalMilliseconds);
                work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                if (round > 0) continue;
                statuses.AddRange(answer.Plans.Values.Select(p => p.Status));
                if (answer.FrontierComplete == false) statuses.Add(PlanStatus.Bounded);
                if (ask.Cheapest && answer.Plans["cheapest"] is { Status: PlanStatus.Proven, Cost: > 0 } best)
                {
                    var problem = ProblemBuilder.Build(new Catalogue(request), request.Limits, request.Needs);
                    if (GreedyPlan.Of(problem) is { } greedy) dearer.Add((double)greedy.Cost / best.Cost - 1);
                }
            }
        }

        string Share(PlanStatus status) => $"{100.0 * statuses.Count(s => s == status) / statuses.Count:0.#} %";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {group} | {name} | {requests.Count} | {At(times, 0.5):0} | {At(times, 0.95):0} | {times.Max():0} | {At(work, 0.5):0} | {At(work, 0.95):0} | {Share(PlanStatus.Proven)} | {Share(PlanStatus.Bounded)} | {Share(PlanStatus.Infeasible)} | {Share(PlanStatus.Unknown)} | {Percent(dearer, 0.5)} | {Percent(dearer, 0.9)} |");
    }

    /// <summary>
    /// The three plans and the curve of cost and weeks, which a request cannot ask for alone: it is where every frontier begins. The same steps as in
    /// an answer, up to the point where the curve is complete.
    /// </summary>
    private static PlanAnswer SolveWithCurve(PlanRequest request)
    {
        var patience = new Patience(request.TimeLimitSeconds, CancellationToken.None);
        var problem = ProblemBuilder.Build(new Catalogue(request), request.Limits, request.Needs);
        var (search, start) = (new PlanSearch(problem), GreedyPlan.Of(problem));
        var cheapest = NamedPlans.Cheapest(search, patience, start);
        var fastest = NamedPlans.Fastest(search, patience, cheapest.Draft);
        var recognised = NamedPlans.BestRecognised(search, patience, cheapest.Draft);
        var frontier = new Frontier(search);
        frontier.Draw(patience, cheapest.Status == PlanStatus.Proven ? cheapest : null, () => { }, mostRecognition: 0);
        return new()
        {
            Plans = new Dictionary<string, LearnerPlan>
            {
                ["cheapest"] = AnswerWriter.Plan(Aim.CostThenHours, cheapest),
                ["fastest"] = AnswerWriter.Plan(Aim.Weeks, fastest),
                ["bestRecognised"] = AnswerWriter.Plan(Aim.Recognition, recognised),
            },
            Unreachable = [],
            Frontier = frontier.Points,
            FrontierComplete = frontier.IsComplete,
        };
    }

    private static string Percent(List<double> values, double at) =>
        values.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * At(values, at):0} %");

    private static double At(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    private static PlanRequest Read(string file)
    {
        var reading = PlanRequestJson.Read(File.ReadAllBytes(file));
        return reading.Value ?? throw new InvalidDataException($"{file}: {reading.Error}");
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
