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

    /// <summary>What every plan shown teaches, and within what.</summary>
    public string Reach(int percent, int hours, string? budget) => budget is null
        ? t["At least {0}% of what programs here can teach for this goal, counted by importance, within {1:N0} hours a week.", percent, hours]
        : t["At least {0}% of what programs here can teach for this goal, counted by importance, within {1:N0} hours a week and {2}.", percent, hours, budget];

    /// <summary>What was proven of a card's plan, and among what.</summary>
    public (Drawing.Verdict Kind, string Said) Standing(PlanSheet sheet, PlanCard card)
    {
        if (!sheet.Findings.Settled && card.Plan.Status != PlanStatus.Proven)
            return (Drawing.Verdict.Unknown, t["Not yet proven. Still looking."]);
        if (card.Plan.Status == PlanStatus.Proven)
            return (Drawing.Verdict.Pass, card.Key switch
            {
                PlanSheet.Cheapest => t["Lowest cost among {0:N0} programs listed here, {1}.", sheet.Assumptions.Listed, PricesOf(sheet.Assumptions)],
                PlanSheet.Fastest => t["Soonest finish among {0:N0} programs listed here, {1}.", sheet.Assumptions.Listed, PricesOf(sheet.Assumptions)],
                _ => t["Most skills through registered programs among {0:N0} listed here, {1}.", sheet.Assumptions.Listed, PricesOf(sheet.Assumptions)],
            });
        return (Drawing.Verdict.Warn, card.Plan.Gap is { } gap
            ? t["Time ran out. At most {0} from the best possible here.", Math.Ceiling(gap * 100).ToString("0", CultureInfo.CurrentCulture) + "\u00A0%"]
            : t["Time ran out before anything was proven about it."]);
    }

    /// <summary>"prices of 20 Nov 2026", or the span they come from.</summary>
    public string PricesOf(PlanAssumptions assumptions) => (assumptions.OldestFacts, assumptions.NewestFacts) switch
    {
        ({ } oldest, { } newest) when oldest == newest => t["prices of {0}", DateText.Of(oldest)],
        ({ } oldest, { } newest) => t["prices of {0} to {1}", DateText.Of(oldest), DateText.Of(newest)],
        _ => t["no prices used"],
    };

    /// <summary>"Covers 18 of the 20 skills planned for; 1 is taught nowhere here; licence and degree not counted."</summary>
    public string Coverage(PlanSheet sheet)
    {
        var covers = t.Many(sheet.Request.Needs.Count, "Covers {1:N0} of the {0:N0} skill planned for", "Covers {1:N0} of the {0:N0} skills planned for", sheet.Covered);
        var nowhere = sheet.Answer.Unreachable.Count == 0 ? "" : "; " + t.Many(sheet.Answer.Unreachable.Count, "{0:N0} is taught by no program it could choose", "{0:N0} are taught by no program it could choose");
        return $"{covers}{nowhere}; {t["licence and degree not counted."]}";
    }

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

    /// <summary>A change in words, and the words on its button.</summary>
    public (string Title, string Button) Change(PlanSheet sheet, SmallestChange change)
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
                return (t["Accept {0}% instead of {1}%", percent, (limits.CoverageMillionths ?? 1_000_000) / 10_000], t["Accept {0}%", percent]);
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
