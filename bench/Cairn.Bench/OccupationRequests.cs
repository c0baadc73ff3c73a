using System.Globalization;
using Cairn.Planning;
using Cairn.Planning.Contract;
using Cairn.Web.Data;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Cairn.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Bench;

/// <summary>
/// The questions that goals of an installation put to the planner, one for each O*NET occupation, with the limits a new goal begins with and no
/// switch touched. Writes them as files for <see cref="PlannerBench"/>, and counts for how many occupations plans are proven.
/// </summary>
internal static class OccupationRequests
{
    public static int Usage()
    {
        Console.Error.WriteLine("requests DATA OUT [--occupations N] [--older]: write the plan requests of N occupations of an installation, evenly spread, as files");
        Console.Error.WriteLine("proven DATA: solve every occupation's question and count the proven plans");
        return 64;
    }

    public static async Task<int> WriteAsync(string[] args)
    {
        if (args.Length < 2 || !File.Exists(Path.Combine(args[0], "cairn.db")))
            return Usage();
        Directory.CreateDirectory(args[1]);
        var wanted = Array.IndexOf(args, "--occupations") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 100;
        var limits = new GoalLimits { Languages = "en", AllowOlder = args.Contains("--older") };
        var written = 0;
        await foreach (var (occupation, question) in QuestionsAsync(args[0], limits))
        {
            if (question.Request.Programs.Count == 0)
                continue;
            await File.WriteAllTextAsync(Path.Combine(args[1], $"occupation-{occupation.Code}.json"), PlanRequestJson.Write(question.Request));
            written++;
        }

        Thin(args[1], written, wanted);
        Console.WriteLine($"{written} occupations have a question with programs; {Directory.GetFiles(args[1], "*.json").Length} are kept in {Path.GetFileName(args[1])}.");
        return 0;
    }

    public static async Task<int> CountProvenAsync(string[] args)
    {
        if (args.Length < 1 || !File.Exists(Path.Combine(args[0], "cairn.db")))
            return Usage();
        int occupations = 0, proven = 0, bounded = 0, substantial = 0;
        await foreach (var (_, question) in QuestionsAsync(args[0], new GoalLimits { Languages = "en" }))
        {
            occupations++;
            if (question.Request.Programs.Count == 0)
                continue;
            var answer = PathwayPlanner.Solve(question.Request with { Ask = PlanQuestions.NamedPlans with { BestRecognised = question.Request.Programs.Any(p => p.Recognition > 0) } });
            var plans = answer.Plans.Values.Where(plan => plan.Programs.Count > 0).ToList();
            if (plans.Count > 0 && plans.All(plan => plan.Status == PlanStatus.Proven))
            {
                proven++;
                if (plans.Max(plan => plan.Programs.SelectMany(program => program.Covers).Distinct().Count()) >= 5)
                    substantial++;
            }
            else if (plans.Count > 0)
            {
                bounded++;
            }
        }

        Console.WriteLine($"{occupations} O*NET occupations, 6 hours a week, English, 80 % of what is taught, no switch touched:");
        Console.WriteLine($"{proven} have every plan proven and not empty, {substantial} of them with five needs and more; {bounded} have a plan that is not proven.");
        return 0;
    }

    private static async IAsyncEnumerable<(Occupation Occupation, PlanQuestion Question)> QuestionsAsync(string data, GoalLimits limits)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("CAIRN_DATA", data)]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddCairnHosting(configuration);
        services.AddNeeds(configuration);
        services.AddGoals(configuration);
        services.AddPlans(configuration);
        await using var provider = services.BuildServiceProvider();
        var rates = provider.GetRequiredService<MoneyRates>();
        var clock = provider.GetRequiredService<TimeProvider>();

        await using var list = provider.GetRequiredService<CairnDatabase>().Open();
        foreach (var occupation in (await list.Set<Occupation>().AsNoTracking().Where(o => o.Framework == "onet").ToListAsync()).OrderBy(o => o.Code, StringComparer.Ordinal))
        {
            await using var scope = provider.CreateAsyncScope();
            var goal = Goal.ForOccupation(GoalRoute.Switch, occupation.Id, present: null, limits, clock);
            var (needs, _) = await scope.ServiceProvider.GetRequiredService<NeedsOfGoal>().RunAsync(goal, default);
            List<PlannedNeed> planned = [.. needs.Where(need => need.Planned).Select(need => new PlannedNeed(need.SkillId, need.Level, need.Weight))];
            if (planned.Count == 0)
                continue;
            var candidates = await scope.ServiceProvider.GetRequiredService<FindCandidates>().RunAsync([.. planned.Select(need => need.SkillId)], default);
            yield return (occupation, PlanQuestion.Of(goal, limits, planned, candidates, [], rates, limits.Today(clock), limits.FirstDay(clock)));
        }
    }

    /// <summary>Keeps as many files as wanted, evenly spread over the occupations' codes.</summary>
    private static void Thin(string folder, int written, int wanted)
    {
        var files = Directory.GetFiles(folder, "occupation-*.json").Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            if ((long)i * wanted / written == (long)(i + 1) * wanted / written)
                File.Delete(files[i]);
        }
    }
}
