using System.Globalization;
using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Plans;

/// <summary>What a plan says of itself, in plain sentences. Nothing here promises more than was proven.</summary>
internal sealed class PlanWords(Texts t)
{
    public string Name(string key) => key switch
    {
        PlanSheet.Cheapest => t["Cheapest"],
        PlanSheet.Fastest => t["Fastest"],
        PlanSheet.BestRecognised => t["Best recognised"],
        _ => t["A plan between them"],
    };

    /// <summary>"Cheapest and fastest", where one plan is both.</summary>
    public string Name(IReadOnlyList<PlanCard> cards) => cards switch
    {
        [var one] => Name(one.Key),
        [.., { Key: PlanSheet.BestRecognised }] when cards.Count == 3 => t["Cheapest, fastest and best recognised"],
        [{ Key: PlanSheet.Cheapest }, { Key: PlanSheet.Fastest }] => t["Cheapest and fastest"],
        [{ Key: PlanSheet.Cheapest }, ..] => t["Cheapest and best recognised"],
        _ => t["Fastest and best recognised"],
    };

    public string Heading(string key) => key switch
    {
        PlanSheet.Cheapest => t["The cheapest plan, week by week"],
        PlanSheet.Fastest => t["The fastest plan, week by week"],
        PlanSheet.BestRecognised => t["The best recognised plan, week by week"],
        _ => t["This plan, week by week"],
    };

    public string Ways(int ways) => ways switch
    {
        3 => t["Three ways to finish the training"],
        2 => t["Two ways to finish the training"],
        _ => t["One way to finish the training"],
    };

    /// <summary>What the picture of plans shows, and whether it is all of them.</summary>
    public string Frontier(PlanSheet sheet) => sheet.Answer switch
    {
        { FrontierComplete: not true } => t["Each dot is a plan found so far. It is not yet proven that these are all."],
        { Frontier.Count: 1 } => t["One plan is both: no other plan here costs less, and none ends sooner. Hatching is where this catalogue has none."],
        _ => t["Each dot is a plan that no other plan here beats. Hatching is where this catalogue has none."],
    };

    /// <summary>What every plan shown teaches, and within what. "Covers 9 of the 25 skills we planned for; …"</summary>
    public string Reach(PlanSheet sheet, int percent, int hours, string? budget)
    {
        var (least, most) = (sheet.Cards.Min(card => sheet.CoveredBy(card.Plan)), sheet.Cards.Max(card => sheet.CoveredBy(card.Plan)));
        var covers = least == most
            ? t.Many(sheet.Request.Needs.Count, "Covers the one skill we planned for", "Covers {1:N0} of the {0:N0} skills we planned for", least)
            : t["Covers {0:N0} to {1:N0} of the {2:N0} skills we planned for", least, most, sheet.Request.Needs.Count];
        var within = budget is null
            ? t["That is at least {0}% of what programs here can teach for this goal, counted by importance, within {1:N0} hours a week.", percent, hours]
            : t["That is at least {0}% of what programs here can teach for this goal, counted by importance, within {1:N0} hours a week and {2}.", percent, hours, budget];
        return $"{covers}{Nowhere(sheet)}; {t["licence and degree not counted."]} {within}";
    }

    /// <summary>What was proven of a card's plan, and among what.</summary>
    public (Drawing.Verdict Kind, string Said) Standing(PlanSheet sheet, PlanCard card)
    {
        if (!sheet.Findings.Settled && card.Plan.Status != PlanStatus.Proven)
            return (Drawing.Verdict.Unknown, t["Not yet proven. Still looking."]);
        if (card.Plan.Status == PlanStatus.Proven)
        {
            var said = card.Key switch
            {
                PlanSheet.Cheapest => t["Lowest cost among {0:N0} programs listed here that can be planned with, {1}.", sheet.Assumptions.Listed, PricesOf(sheet, card.Plan)],
                PlanSheet.Fastest => t["Soonest finish among {0:N0} programs listed here that can be planned with, {1}.", sheet.Assumptions.Listed, PricesOf(sheet, card.Plan)],
                _ => t["Most skills through registered programs among {0:N0} listed here that can be planned with, {1}.", sheet.Assumptions.Listed, PricesOf(sheet, card.Plan)],
            };
            return (RestsOnUnsurePrices(sheet, card) ? Drawing.Verdict.Warn : Drawing.Verdict.Pass, said);
        }

        return (Drawing.Verdict.Warn, card.Plan.Gap is { } gap
            ? t["Time ran out. At most {0} from the best possible here.", Math.Ceiling(gap * 100).ToString("0", CultureInfo.CurrentCulture) + "\u00A0%"]
            : t["Time ran out before anything was proven about it."]);
    }

    /// <summary>How soon a plan ends is proven whatever it costs, unless it has to fit a budget.</summary>
    public static bool RestsOnUnsurePrices(PlanSheet sheet, PlanCard card) =>
        (card.Key == PlanSheet.Cheapest || sheet.Request.Limits.Budget is not null) && sheet.UnsurePricesOf(card.Plan).Count > 0;

    /// <summary>"prices of 20 Nov 2026", or the span of those the plan pays.</summary>
    public string PricesOf(PlanSheet sheet, LearnerPlan plan) => sheet.PricesOf(plan) switch
    {
        var (oldest, newest) when oldest == newest => t["prices of {0}", DateText.Of(oldest)],
        var (oldest, newest) => t["prices of {0} to {1}", DateText.Of(oldest), DateText.Of(newest)],
        null => t["no stated price used"],
    };

    /// <summary>Why the best recognised plan takes so much more than the cheapest; null where it does not.</summary>
    public string? WhyLonger(PlanSheet sheet, IReadOnlyList<PlanCard> way)
    {
        if (way[0].Key != PlanSheet.BestRecognised || sheet.Cards.FirstOrDefault(card => card.Key == PlanSheet.Cheapest)?.Plan is not { } cheapest || way[0].Plan.Weeks <= cheapest.Weeks)
            return null;
        var plan = way[0].Plan;
        var more = $"{t.Many(plan.Weeks - cheapest.Weeks, "{0:N0} week later", "{0:N0} weeks later")}, {t["{0} more", MoneyText.Of(plan.Cost - cheapest.Cost, sheet.Currency)]}";
        var skills = sheet.RegisteredSkillsOf(plan) - sheet.RegisteredSkillsOf(cheapest);
        return skills > 0
            ? t.Many(skills, "{1} than the cheapest, to learn {0:N0} more skill in programs that a public register lists.", "{1} than the cheapest, to learn {0:N0} more skills in programs that a public register lists.", more)
            : t["{0} than the cheapest, to learn more important skills in programs that a public register lists.", more];
    }

    /// <summary>Why there is no best recognised plan; null where there is one, or not yet.</summary>
    public string? NotRecognised(PlanSheet sheet)
    {
        if (!sheet.Answer.Plans.TryGetValue(PlanSheet.BestRecognised, out var best))
            return t["No evidence of recognition is at hand for any of these programs, so there is no best recognised plan."];
        if (!sheet.Findings.Settled || best.Recognition > 0)
            return null;
        return best.Status == PlanStatus.Proven
            ? t["No evidence of recognition is at hand for any plan within your limits, so there is no best recognised plan."]
            : t["No plan with evidence of recognition was found in the time given."];
    }

    /// <summary>"Covers 18 of the 20 skills we planned for; 1 is taught nowhere here; licence and degree not counted."</summary>
    public string Coverage(PlanSheet sheet) =>
        $"{t.Many(sheet.Request.Needs.Count, "Covers the one skill we planned for", "Covers {1:N0} of the {0:N0} skills we planned for", sheet.Covered)}{Nowhere(sheet)}; {t["licence and degree not counted."]}";

    private string Nowhere(PlanSheet sheet) =>
        sheet.Answer.Unreachable.Count == 0 ? "" : "; " + t.Many(sheet.Answer.Unreachable.Count, "{0:N0} is taught by no program it could choose", "{0:N0} are taught by no program it could choose");

    /// <summary>What leaving a program out would do, found by solving without it.</summary>
    public string Without(PlanSheet sheet, Counterfactual without)
    {
        if (without.Status is PlanStatus.Infeasible)
            return t["No plan fits your limits without it"];
        if (without.Cost is not { } cost || without.Weeks is not { } weeks)
            return t["Not found in the time given"];
        var plan = sheet.Shown!;
        var money = cost == plan.Cost ? t["same cost"] : cost > plan.Cost
            ? t["{0} more", MoneyText.Of(cost - plan.Cost, sheet.Currency)]
            : t["{0} less", MoneyText.Of(plan.Cost - cost, sheet.Currency)];
        var time = weeks == plan.Weeks ? t["same finish"] : weeks > plan.Weeks
            ? t.Many(weeks - plan.Weeks, "{0:N0} week later", "{0:N0} weeks later")
            : t.Many(plan.Weeks - weeks, "{0:N0} week sooner", "{0:N0} weeks sooner");
        return $"{money}, {time}{(without.Status == PlanStatus.Bounded ? $" ({t["not proven"]})" : "")}";
    }

    public string Pays(PlanSheet sheet, Payment payment) => payment switch
    {
        { Subscription: { } id } => t["with {0}", sheet.Assumptions.SubscriptionNames.GetValueOrDefault(id, id)],
        { Aid: { } id, Price: { } price } => t["{0} less {1}", MoneyText.Of(price, sheet.Currency), sheet.Assumptions.AidNames.GetValueOrDefault(id, id)],
        _ => "",
    };

    public string Basis(TaughtSkill taught) => taught.Basis switch
    {
        SkillBasis.Assessed => t["closes your gap when passed: assessed in it"],
        SkillBasis.Listed => t["covers it: listed by the provider"],
        SkillBasis.Title => t["covers it: named in its title"],
        _ => t["may cover it: guessed from its words, {0}%", taught.Confidence],
    };

    public string LeftOut(LeftOut reason, int count) => reason switch
    {
        Plans.LeftOut.Older => t.Many(count, "{0:N0} has facts older than twelve months", "{0:N0} have facts older than twelve months"),
        Plans.LeftOut.HoursUnknown => t.Many(count, "{0:N0} does not say how long it takes", "{0:N0} do not say how long they take"),
        Plans.LeftOut.PriceUnknown => t.Many(count, "{0:N0} has no known price", "{0:N0} have no known price"),
        Plans.LeftOut.OtherCurrency => t.Many(count, "{0:N0} is priced in another currency, for which no rate is set here", "{0:N0} are priced in another currency, for which no rate is set here"),
        Plans.LeftOut.OtherLanguage => t.Many(count, "{0:N0} is in another language", "{0:N0} are in another language"),
        Plans.LeftOut.OnlyGuessed => t.Many(count, "{0:N0} teaches it only by a guess from its words", "{0:N0} teach it only by a guess from their words"),
        _ => t.Many(count, "{0:N0} has no start date ahead that can be planned with", "{0:N0} have no start date ahead that can be planned with"),
    };

    /// <summary>What the person can change so that programs left out for a reason come in; null where only a source can.</summary>
    public string? Help(LeftOut reason, PlanAssumptions assumed) => reason switch
    {
        Plans.LeftOut.Older => t["Allow older facts"],
        Plans.LeftOut.PriceUnknown => t["Allow estimated prices"],
        Plans.LeftOut.OtherCurrency => t["Plan in another currency: {0}", string.Join(", ", assumed.OtherCurrencies)],
        Plans.LeftOut.OtherLanguage => t["Add a language"],
        Plans.LeftOut.OnlyGuessed => t["Allow guesses"],
        _ => null,
    };

    /// <summary>What the plan page says when its question cannot be asked.</summary>
    public string Refused(PlanError error, PlanLimits limits) => error.Path == "/limits/finishBy" && limits.FinishBy is { } last
        ? t["Your deadline, {0}, is before the first day of a plan, {1}. Choose a later one.", DateText.Long(last), DateText.Long(limits.StartOn)]
        : t["The planner cannot be asked this: at {0} it expects {1} and found {2}.", error.Path ?? "", error.Expected ?? "", error.Found ?? ""];

    /// <summary>"your budget", as one of the things in the way.</summary>
    public string Limit(string dimension) => dimension switch
    {
        ChangedLimits.Budget => t["your budget"],
        ChangedLimits.HoursPerWeek => t["your hours a week"],
        ChangedLimits.FinishBy => t["your deadline"],
        ChangedLimits.Coverage => t["how much you want to reach"],
        ChangedLimits.Languages => t["the languages"],
        ChangedLimits.MaxPrograms => t["the number of programs"],
        ChangedLimits.MaxAtOnce => t["the number of programs at the same time"],
        _ => dimension,
    };

    /// <summary>What the planner found in the way, and the other limits a person can do without: the planner names one set that is, not all.</summary>
    public static IEnumerable<string> Obstacles(PlanSheet sheet) =>
    [
        .. (sheet.Answer.BlockedBy ?? []).Concat(new[] { (ChangedLimits.Budget, sheet.Request.Limits.Budget is not null), (ChangedLimits.FinishBy, sheet.Request.Limits.FinishBy is not null) }
            .Where(limit => limit.Item2).Select(limit => limit.Item1)).Distinct(),
    ];

    /// <summary>Where the page of limits has it.</summary>
    public static string Field(string dimension) => dimension switch
    {
        ChangedLimits.Budget => "Limits_Budget",
        ChangedLimits.HoursPerWeek => "Limits_Hours",
        ChangedLimits.FinishBy => "Limits_FinishBy",
        ChangedLimits.Coverage => "Limits_Coverage",
        ChangedLimits.MaxAtOnce => "Limits_AtOnce",
        _ => "",
    };

    /// <summary>A change in words, and the words on its button.</summary>
    /// <param name="sheet">What was asked.</param>
    /// <param name="change">The change.</param>
    /// <param name="to">The cheapest plan with it, once it is known.</param>
    public (string Title, string Button) Change(PlanSheet sheet, SmallestChange change, LearnerPlan? to)
    {
        var limits = sheet.Request.Limits;
        switch (change.Dimension)
        {
            case ChangedLimits.Budget:
                var amount = MoneyText.Of(change.To.Amount ?? 0, sheet.Currency);
                return (t["Spend {0} more", MoneyText.Of((change.To.Amount ?? 0) - (limits.Budget ?? 0), sheet.Currency)], t["Allow {0}", amount]);
            case ChangedLimits.HoursPerWeek:
                return (t.Many(change.To.Count ?? 0, "Learn {0:N0} hour a week", "Learn {0:N0} hours a week"), t.Many(change.To.Count ?? 0, "Take {0:N0} hour", "Take {0:N0} hours"));
            case ChangedLimits.FinishBy:
                var day = change.To.Date ?? limits.StartOn;
                return (t["Finish by {0}", DateText.Long(day)], t["Allow {0}", DateText.Of(day)]);
            case ChangedLimits.Coverage:
                var percent = (change.To.CoverageMillionths ?? 0) / 10_000;
                return (
                    to is { Programs.Count: > 0 }
                        ? t.Many(sheet.Request.Needs.Count, "Learn the one skill", "Learn {1:N0} of the {0:N0} skills", to.Programs.SelectMany(program => program.Covers).Distinct().Count())
                        : t["Reach {0}% instead of {1}%, counted by importance", percent, (limits.CoverageMillionths ?? 1_000_000) / 10_000],
                    t["Plan for that"]);
            case ChangedLimits.Languages:
                var languages = string.Join(", ", (change.To.Languages ?? []).Select(Goals.CatalogueLanguage.Name));
                return (t["Learn in these languages: {0}", languages], t["Allow these"]);
            case ChangedLimits.MaxPrograms:
                return (t.Many(change.To.Count ?? 0, "Take up to {0:N0} program", "Take up to {0:N0} programs"), t["Allow {0:N0}", change.To.Count ?? 0]);
            default:
                return (t.Many(change.To.Count ?? 0, "Take {0:N0} program at the same time", "Take {0:N0} programs at the same time"), t["Allow {0:N0}", change.To.Count ?? 0]);
        }
    }

    public string Result(PlanSheet sheet, LearnerPlan plan) => plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown
        ? t["Not solved in the time given"]
        : t["{0} in all, finish {1}", MoneyText.Of(plan.Cost, sheet.Currency), DateText.Long(sheet.Finish(plan))];

    public string Status(PlanStatus status) => status switch
    {
        PlanStatus.Proven => t["proven"],
        PlanStatus.Bounded => t["bounded: time ran out"],
        PlanStatus.Infeasible => t["proven impossible"],
        _ => t["unknown: time ran out"],
    };
}
