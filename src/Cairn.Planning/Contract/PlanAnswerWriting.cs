using System.Globalization;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>An answer as JSON, members in the order of the contract.</summary>
internal sealed class PlanAnswerWriting(Utf8JsonWriter writer, string currency)
{
    internal void Write(PlanAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("plans");
        foreach ((string name, LearnerPlan plan) in answer.Plans)
        {
            writer.WriteStartObject(name);
            Plan(plan, bound => Bound(name, bound));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        Texts("unreachable", answer.Unreachable);
        Frontier(answer);
        Why(answer.Why);
        if (answer.BlockedBy is { } blockedBy)
        {
            Texts("blockedBy", blockedBy);
        }

        SmallestChanges(answer.SmallestChanges);
        Transitions(answer.Transitions);
        writer.WriteEndObject();
    }

    private void Plan(LearnerPlan plan, Action<long> bound)
    {
        writer.WriteString("status", Status(plan.Status));
        if (plan.Bound is { } proven)
        {
            bound(proven);
        }

        if (plan.Gap is { } gap)
        {
            writer.WriteNumber("gap", gap);
        }

        if (plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            return;
        }

        Amount("cost", plan.Cost);
        writer.WriteNumber("hours", plan.Hours);
        writer.WriteNumber("weeks", plan.Weeks);
        ContractJson.WriteMillionths(writer, "coverage", plan.CoverageMillionths);
        writer.WriteNumber("recognition", plan.Recognition);
        Subscriptions(plan.Subscriptions);
        Programs(plan.Programs);
    }

    /// <summary>The bound is in the unit of the plan's first criterion: money, weeks or recognition.</summary>
    private void Bound(string plan, long bound)
    {
        if (plan == "cheapest")
        {
            Amount("bound", bound);
        }
        else
        {
            writer.WriteNumber("bound", bound);
        }
    }

    private void Subscriptions(IReadOnlyList<PaidSubscription> subscriptions)
    {
        writer.WriteStartArray("subscriptions");
        foreach (PaidSubscription subscription in subscriptions)
        {
            writer.WriteStartObject();
            writer.WriteString("id", subscription.Id);
            writer.WriteNumber("months", subscription.Months);
            writer.WriteNumber("monthHours", subscription.MonthHours);
            writer.WriteNumber("calendarMonths", subscription.CalendarMonths);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Programs(IReadOnlyList<PlannedProgram> programs)
    {
        writer.WriteStartArray("programs");
        foreach (PlannedProgram program in programs)
        {
            writer.WriteStartObject();
            writer.WriteString("id", program.Id);
            writer.WriteString("start", Date(program.Start));
            writer.WriteString("finish", Date(program.Finish));
            writer.WriteString("pays", program.Pays);
            Texts("covers", program.Covers);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Frontier(PlanAnswer answer)
    {
        if (answer.Frontier is { } frontier)
        {
            writer.WriteStartArray("frontier");
            foreach (FrontierPoint point in frontier)
            {
                // A point is its plan; it is proven undominated, not best in one criterion, so it has no bound.
                writer.WriteStartObject();
                Plan(point.Plan with { Bound = null, Gap = null }, _ => { });
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (answer.FrontierComplete is { } complete)
        {
            writer.WriteBoolean("frontierComplete", complete);
        }
    }

    private void Why(IReadOnlyDictionary<string, IReadOnlyList<ProgramReason>>? why)
    {
        if (why is null)
        {
            return;
        }

        writer.WriteStartObject("why");
        foreach ((string plan, IReadOnlyList<ProgramReason> reasons) in why)
        {
            writer.WriteStartArray(plan);
            foreach (ProgramReason reason in reasons)
            {
                writer.WriteStartObject();
                writer.WriteString("id", reason.Id);
                Texts("only", reason.Only);
                Without(reason.Without);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void Without(Counterfactual without)
    {
        writer.WriteStartObject("without");
        writer.WriteString("status", Status(without.Status));
        if (without.Cost is { } cost)
        {
            Amount("cost", cost);
        }

        if (without.Weeks is { } weeks)
        {
            writer.WriteNumber("weeks", weeks);
        }

        if (without.CoverageMillionths is { } coverage)
        {
            ContractJson.WriteMillionths(writer, "coverage", coverage);
        }

        writer.WriteEndObject();
    }

    private void SmallestChanges(IReadOnlyList<SmallestChange>? changes)
    {
        if (changes is null)
        {
            return;
        }

        writer.WriteStartArray("smallestChanges");
        foreach (SmallestChange change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("dimension", change.Dimension);
            ChangedLimit(change.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void ChangedLimit(ChangedLimit to)
    {
        switch (to)
        {
            case { Amount: { } amount }: Amount("to", amount); break;
            case { Count: { } count }: writer.WriteNumber("to", count); break;
            case { Date: { } date }: writer.WriteString("to", Date(date)); break;
            case { CoverageMillionths: { } coverage }: ContractJson.WriteMillionths(writer, "to", coverage); break;
            default: Texts("to", to.Languages ?? []); break;
        }
    }

    private void Transitions(TransitionAnswer? transitions)
    {
        if (transitions is null)
        {
            return;
        }

        writer.WriteStartObject("transitions");
        writer.WriteStartArray("goals");
        foreach (GoalAnswer goal in transitions.Goals)
        {
            writer.WriteStartObject();
            writer.WriteString("id", goal.Id);
            writer.WriteString("status", Status(goal.Status));
            Amount("cost", goal.Cost);
            writer.WriteNumber("weeks", goal.Weeks);
            writer.WriteNumber("hours", goal.Hours);
            ContractJson.WriteMillionths(writer, "coverage", goal.CoverageMillionths);
            Texts("carriedOver", goal.CarriedOver);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("solved", transitions.Solved);
        writer.WriteNumber("pruned", transitions.Pruned);
        writer.WriteBoolean("proven", transitions.Proven);
        writer.WriteEndObject();
    }

    private void Amount(string name, long minorUnits) => writer.WriteString(name, Iso4217.Format(minorUnits, currency));

    private void Texts(string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Status(PlanStatus status) => status switch
    {
        PlanStatus.Proven => "proven",
        PlanStatus.Bounded => "bounded",
        PlanStatus.Infeasible => "infeasible",
        _ => "unknown",
    };
}
