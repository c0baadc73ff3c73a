using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Plans;

/// <summary>A skill to plan for, under the name pages show it by.</summary>
internal sealed record PlannedNeed(SkillId SkillId, int Level, long Weight);

/// <summary>Why programs that teach something the goal asks for stay out of its plans.</summary>
internal enum LeftOut
{
    /// <summary>Its facts are older than twelve months.</summary>
    Older,
    HoursUnknown,
    PriceUnknown,

    /// <summary>Its price is in a currency without a rate here.</summary>
    OtherCurrency,

    /// <summary>All its skills were only guessed from its words.</summary>
    OnlyGuessed,

    /// <summary>It is in a language the person did not name. Left out here and not in the planner, where a skill taught only in other languages would still be owed.</summary>
    OtherLanguage,

    /// <summary>It has start dates, and all of them are past or its length is unknown.</summary>
    NoDateAhead,
}

/// <summary>Programs that a reason keeps out of a plan.</summary>
/// <param name="Programs">All of them.</param>
/// <param name="Alone">Those that no other reason keeps out as well.</param>
internal readonly record struct KeptOut(int Programs, int Alone);

/// <summary>What a plan takes for granted about its programs. Everything here is shown.</summary>
internal sealed record PlanAssumptions
{
    /// <summary>Programs here that teach something the goal asks for.</summary>
    public required int Teaching { get; init; }

    /// <summary>Of those, the ones the plan could choose from.</summary>
    public required int Considered { get; init; }

    /// <summary>Programs of the whole catalogue that this question could plan with, for whatever skill.</summary>
    public int Listed { get; init; }

    /// <summary>All programs of the catalogue.</summary>
    public int Catalogue { get; init; }

    public required IReadOnlyDictionary<LeftOut, int> LeftOut { get; init; }

    /// <summary>Programs that teach a needed skill which nothing considered teaches, by each reason that keeps them out.</summary>
    public IReadOnlyDictionary<LeftOut, KeptOut> WouldHelp { get; init; } = new Dictionary<LeftOut, KeptOut>();

    /// <summary>Currencies of those that stay out for their currency, most frequent first.</summary>
    public IReadOnlyList<string> OtherCurrencies { get; init; } = [];

    /// <summary>Needed skills that are within reach only because older facts, guesses or estimated prices are allowed.</summary>
    public int ReachedByAllowing { get; init; }

    /// <summary>Day of the oldest facts among the considered.</summary>
    public DateOnly? OldestFacts { get; init; }

    /// <summary>Considered programs whose hours come from a band or from video length.</summary>
    public int EstimatedHours { get; init; }

    public int EstimatedPrices { get; init; }

    /// <summary>Scheduled programs without a stated date: planned as if they could begin any week.</summary>
    public int WithoutDates { get; init; }

    /// <summary>Programs that do not say their language: planned as if it fitted.</summary>
    public int WithoutLanguage { get; init; }

    /// <summary>Links between the considered programs and the needed skills, by their basis.</summary>
    public IReadOnlyDictionary<SkillBasis, int> Links { get; init; } = new Dictionary<SkillBasis, int>();

    public IReadOnlyList<MoneyRate> Rates { get; init; } = [];

    /// <summary>Percent added to every program's hours.</summary>
    public int SlackPercent { get; init; }

    /// <summary>What the aid of the request is called, by its id.</summary>
    public IReadOnlyDictionary<string, string> AidNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What the subscriptions of the request are called, by their id.</summary>
    public IReadOnlyDictionary<string, string> SubscriptionNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The days on which the fees of the subscriptions were true.</summary>
    public IReadOnlyDictionary<string, DateOnly> SubscriptionDates { get; init; } = new Dictionary<string, DateOnly>();
}

/// <summary>The question a goal puts to the planner, and what it takes for granted. Made without a database and without a clock.</summary>
internal sealed record PlanQuestion(PlanRequest Request, IReadOnlyList<PlanCandidate> Considered, PlanAssumptions Assumptions)
{
    /// <param name="goal">Whose limits, word and aid count.</param>
    /// <param name="limits">The limits of this question; the goal's own unless the page tries others.</param>
    /// <param name="needs">What to plan for, each skill once.</param>
    /// <param name="candidates">Every program that teaches one of them. Their order breaks ties.</param>
    /// <param name="estimates">What stands for unknown prices, used only if the limits allow it.</param>
    /// <param name="rates">The operator's rates.</param>
    /// <param name="today">The day it is for the person.</param>
    /// <param name="firstDay">First day of week 0.</param>
    public static PlanQuestion Of(
        Goal goal, GoalLimits limits, IReadOnlyList<PlannedNeed> needs, IReadOnlyList<PlanCandidate> candidates,
        IReadOnlyList<PriceEstimate> estimates, MoneyRates rates, DateOnly today, DateOnly firstDay)
    {
        var pricing = new Pricing(limits, estimates, rates);
        var considered = new List<PlanCandidate>();
        var leftOut = new List<(PlanCandidate Candidate, List<LeftOut> Reasons)>();
        foreach (var candidate in candidates)
        {
            if (ReasonsToLeaveOut(candidate, limits, pricing, today, firstDay).ToList() is { Count: > 0 } reasons)
                leftOut.Add((candidate, reasons));
            else
                considered.Add(candidate);
        }

        List<GoalSkill> held = goal.OwnWordCounts ? [.. goal.Skills.Where(s => s.Role == GoalSkillRole.Held)] : [];
        List<PlannedNeed> open = [.. needs.Where(need => !held.Exists(h => h.SkillId == need.SkillId && h.Level >= need.Level))];
        List<PlanProgram> programs = [.. considered.Select(candidate => Program(candidate, limits, pricing, firstDay))];
        var request = new PlanRequest
        {
            Currency = limits.Currency,
            Limits = new PlanLimits
            {
                HoursPerWeek = limits.HoursPerWeek,
                StartOn = firstDay,
                FinishBy = limits.FinishBy,
                Budget = limits.Budget,
                Languages = limits.LanguageList is { Count: > 0 } languages ? languages : null,
                MaxPrograms = limits.MaxPrograms,
                MaxAtOnce = limits.MaxAtOnce,
                CoverageMillionths = limits.CoveragePercent * 10_000,
            },
            Has = [.. held.OrderBy(s => s.SkillId.Value, StringComparer.Ordinal).Select(s => new HeldSkill(s.SkillId.Value, s.Level, "declared"))],
            Needs = [.. needs.Select(need => new SkillNeed(need.SkillId.Value, need.Level, need.Weight))],
            Programs = programs,
            Subscriptions = [.. pricing.SubscriptionsOf(considered)],
            Aid = AidOf(goal, programs, considered, granted: true),
            Ask = new PlanQuestions
            {
                Cheapest = true,
                Fastest = true,
                // Without any evidence of recognition a third plan would only repeat the first under a better name.
                BestRecognised = programs.Exists(program => program.Recognition > 0),
                Frontier = true,
                Why = true,
            },
        };
        return new PlanQuestion(request, considered, Assume(goal, candidates, considered, limits, pricing) with
        {
            LeftOut = new SortedDictionary<LeftOut, int>(leftOut.CountBy(entry => entry.Reasons[0]).ToDictionary()),
            ReachedByAllowing = ReachedByAllowing(open, considered, limits, today),
        }).WithHelp(open, leftOut, limits);
    }

    /// <summary>The same question with the aid the person only hopes for counted as well; null when there is none that could lower a price.</summary>
    public PlanRequest? WithHopedForAid(Goal goal) =>
        AidOf(goal, Request.Programs, Considered, granted: false) is { Count: > 0 } hoped ? Request with { Aid = [.. Request.Aid, .. hoped] } : null;

    /// <summary>All of them, the one it is counted by first. <see cref="FindCandidates.ListedAsync"/> asks the database the same.</summary>
    private static IEnumerable<LeftOut> ReasonsToLeaveOut(PlanCandidate candidate, GoalLimits limits, Pricing pricing, DateOnly today, DateOnly firstDay)
    {
        var program = candidate.Program;
        if (!limits.AllowOlder && program.AsOf < today.AddMonths(-GoalLimits.MonthsFresh))
            yield return LeftOut.Older;
        if (!candidate.Teaches.Any(taught => Counts(taught, limits)))
            yield return LeftOut.OnlyGuessed;
        if (!limits.Accepts(program.Language))
            yield return LeftOut.OtherLanguage;
        if (program.Hours is null)
            yield return LeftOut.HoursUnknown;
        if (candidate.Starts.Count > 0 && (program.Weeks is null || candidate.Starts[^1] < firstDay))
            yield return LeftOut.NoDateAhead;
        if (pricing.ReasonToLeaveOut(candidate) is { } reason)
            yield return reason;
    }

    private PlanQuestion WithHelp(List<PlannedNeed> open, List<(PlanCandidate Candidate, List<LeftOut> Reasons)> leftOut, GoalLimits limits)
    {
        var missing = open.Where(need => !Considered.Any(c => c.Teaches.Any(taught => Counts(taught, limits) && Reaches(taught, need)))).ToList();
        var teaching = leftOut.Where(entry => entry.Candidate.Teaches.Any(taught => missing.Exists(need => Reaches(taught, need)))).ToList();
        return this with
        {
            Assumptions = Assumptions with
            {
                WouldHelp = new SortedDictionary<LeftOut, KeptOut>(teaching.SelectMany(entry => entry.Reasons).Distinct()
                    .ToDictionary(reason => reason, reason => new KeptOut(teaching.Count(entry => entry.Reasons.Contains(reason)), teaching.Count(entry => entry.Reasons is [var only] && only == reason)))),
                OtherCurrencies =
                [
                    .. teaching.Where(entry => entry.Reasons.Contains(LeftOut.OtherCurrency))
                        .CountBy(entry => entry.Candidate.Program.Currency ?? entry.Candidate.Subscription?.Currency ?? "").Where(count => count.Key.Length > 0)
                        .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key),
                ],
            },
        };
    }

    private static int ReachedByAllowing(List<PlannedNeed> open, List<PlanCandidate> considered, GoalLimits limits, DateOnly today)
    {
        if (limits is { AllowOlder: false, AllowGuesses: false, AllowEstimatedPrices: false })
            return 0;
        var without = considered.Where(c => c.Program.AsOf >= today.AddMonths(-GoalLimits.MonthsFresh) && (c.Program.PriceKind != PriceKind.Unknown || c.Subscription is not null)).ToList();
        return open.Count(need =>
            considered.Exists(c => c.Teaches.Any(taught => Counts(taught, limits) && Reaches(taught, need)))
            && !without.Exists(c => c.Teaches.Any(taught => taught.Basis != SkillBasis.Guessed && Reaches(taught, need))));
    }

    private static bool Reaches(TaughtSkill taught, PlannedNeed need) => taught.SkillId == need.SkillId && taught.Level >= need.Level;

    private static PlanProgram Program(PlanCandidate candidate, GoalLimits limits, Pricing pricing, DateOnly firstDay)
    {
        var program = candidate.Program;
        return new PlanProgram
        {
            Id = program.Id.Value,
            Name = candidate.Name,
            Provider = candidate.Provider,
            Kind = program.Credential.ToString(),
            Hours = (int)Math.Min(100_000, ((long)program.Hours!.Value * (100 + limits.SlackPercent) + 99) / 100),
            Language = program.Language,
            Starts = candidate.Starts.Count == 0 ? null : [.. candidate.Starts.Where(start => start >= firstDay)],
            Weeks = program.Weeks is >= 1 and <= 520 ? program.Weeks : null,
            PriceOnce = pricing.Once(candidate),
            Subscription = pricing.Subscription(candidate)?.Id,
            Teaches =
            [
                .. candidate.Teaches.Where(taught => Counts(taught, limits))
                    .GroupBy(taught => taught.SkillId)
                    .Select(group => new SkillLevel(group.Key.Value, group.Max(taught => taught.Level)))
                    .OrderBy(taught => taught.Skill, StringComparer.Ordinal),
            ],
            Recognition = candidate.Approved ? 1 : 0,
        };
    }

    private static bool Counts(TaughtSkill taught, GoalLimits limits) => taught.Basis != SkillBasis.Guessed || limits.AllowGuesses;

    private static List<Aid> AidOf(Goal goal, IReadOnlyList<PlanProgram> programs, IReadOnlyList<PlanCandidate> considered, bool granted)
    {
        var all = new List<Aid>();
        foreach (var aid in goal.Aid.Where(aid => aid.Granted == granted).OrderBy(aid => aid.Ordinal))
        {
            var may = programs.Where((program, i) => program.PriceOnce > 0
                && (aid.ProgramIds.Count == 0 || aid.ProgramIds.Contains(considered[i].Program.Id))
                && (aid.ProviderId is not { } provider || provider == considered[i].Program.ProviderId)).Select(program => program.Id).ToList();
            if (may.Count > 0)
                all.Add(new Aid(AidId(aid), may, aid.Percent, aid.Amount, aid.AtMost));
        }

        return all;
    }

    private static PlanAssumptions Assume(
        Goal goal, IReadOnlyList<PlanCandidate> teaching, List<PlanCandidate> considered, GoalLimits limits, Pricing pricing) => new()
    {
        Teaching = teaching.Count,
        Considered = considered.Count,
        LeftOut = new Dictionary<LeftOut, int>(),
        OldestFacts = considered.Count == 0 ? null : considered.Min(c => c.Program.AsOf),
        EstimatedHours = considered.Count(c => c.Program.HoursBasis is HoursBasis.Video or HoursBasis.Band),
        EstimatedPrices = considered.Count(c => c.Program.PriceKind == PriceKind.Unknown && pricing.Subscription(c) is null),
        WithoutDates = considered.Count(c => c.Program.Pace == Pace.Scheduled && c.Starts.Count == 0),
        WithoutLanguage = considered.Count(c => c.Program.Language is null),
        Links = new SortedDictionary<SkillBasis, int>(considered.SelectMany(c => c.Teaches).Where(taught => Counts(taught, limits))
            .GroupBy(taught => taught.Basis).ToDictionary(group => group.Key, group => group.Count())),
        Rates = pricing.RatesOf(considered),
        SlackPercent = limits.SlackPercent,
        AidNames = goal.Aid.ToDictionary(AidId, aid => aid.Name),
        SubscriptionNames = considered.Select(c => c.Subscription).OfType<ProgramSubscription>().DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Name),
        SubscriptionDates = considered.Select(c => c.Subscription).OfType<ProgramSubscription>().DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.AsOf),
    };

    private static string AidId(GoalAid aid) => $"aid-{aid.Ordinal}";
}
