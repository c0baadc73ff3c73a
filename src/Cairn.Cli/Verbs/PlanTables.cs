using System.Globalization;
using System.Text;
using Cairn.Planning.Contract;

namespace Cairn.Cli.Verbs;

/// <summary>An answer as a person reads it.</summary>
internal static class PlanTables
{
    internal static string Of(PlanRequest request, PlanAnswer answer)
    {
        var text = new StringBuilder();
        Dictionary<string, string> names = request.Programs.ToDictionary(
            program => program.Id, program => program.Name is null ? program.Id : $"{program.Name} ({program.Id})");
        Overview(text, request, answer);

        // Two names are often one plan; it is shown once, under both.
        foreach (IGrouping<string, KeyValuePair<string, LearnerPlan>> same in answer.Plans.GroupBy(named => string.Join('\n', named.Value.Programs.Select(place => $"{place.Id} {Day(place.Start)} {Day(place.Finish)} {place.Pays}"))))
        {
            string title = string.Join(", ", same.Select((named, i) => i == 0 ? Title(named.Key) : Title(named.Key).ToLowerInvariant()));
            Programs(text, title, same.First().Value, names);
        }

        Reasons(text, request, answer.Why);
        Frontier(text, request, answer);
        Impossible(text, request, answer);
        Transitions(text, request, answer.Transitions);
        if (answer.Unreachable.Count > 0)
        {
            text.Append("\nNobody in this request teaches: ").AppendJoin(", ", answer.Unreachable.Select(Plain.Text)).Append(".\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Overview(StringBuilder text, PlanRequest request, PlanAnswer answer)
    {
        if (answer.Plans.Count == 0)
        {
            return;
        }

        List<string[]> rows = [["plan", $"cost {request.Currency}", "weeks", "hours", "coverage", "recognition", "status"]];
        foreach ((string name, LearnerPlan plan) in answer.Plans)
        {
            rows.Add(plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown
                ? [Title(name), "–", "–", "–", "–", "–", Status(plan)]
                : [Title(name), Iso4217.Format(plan.Cost, request.Currency), Number(plan.Weeks), Number(plan.Hours), Percent(plan.CoverageMillionths),
                    Number(plan.Recognition), Status(plan)]);
        }

        TextTable.Append(text, rows, right: [1, 2, 3, 4, 5]);
    }

    private static void Programs(StringBuilder text, string title, LearnerPlan plan, Dictionary<string, string> names)
    {
        if (plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        if (plan.Programs.Count == 0)
        {
            text.Append("  Nothing to take: what can be reached is held already.\n");
            return;
        }

        List<string[]> rows = [["  from", "to", "pays", "program", "for"]];
        foreach (PlannedProgram program in plan.Programs)
        {
            rows.Add(["  " + Day(program.Start), Day(program.Finish), Plain.Text(program.Pays),
                Plain.Text(names.GetValueOrDefault(program.Id, program.Id)), Plain.Text(string.Join(", ", program.Covers))]);
        }

        TextTable.Append(text, rows, right: []);
        foreach (PaidSubscription subscription in plan.Subscriptions)
        {
            text.Append("  ").Append(Plain.Text(subscription.Id)).Append(": ").Append(Number(subscription.Months))
                .Append(subscription.Months == 1 ? " month" : " months").Append(" of ").Append(Number(subscription.MonthHours)).Append(" hours");
            text.Append(subscription.CalendarMonths > subscription.Months
                ? $"; in this schedule it spans {Number(subscription.CalendarMonths)} calendar months\n"
                : "\n");
        }
    }

    private static void Reasons(StringBuilder text, PlanRequest request, IReadOnlyDictionary<string, IReadOnlyList<ProgramReason>>? why)
    {
        foreach ((string name, IReadOnlyList<ProgramReason> reasons) in (why ?? new Dictionary<string, IReadOnlyList<ProgramReason>>()).Where(plan => plan.Value.Count > 0))
        {
            text.Append('\n').Append(Title(name)).Append(", program by program\n");
            List<string[]> rows = [["  without", $"cost {request.Currency}", "weeks", "coverage", "status", "alone here for"]];
            rows.AddRange(reasons.Select(reason => (string[])["  " + Plain.Text(reason.Id),
                reason.Without.Cost is { } cost ? Iso4217.Format(cost, request.Currency) : "–",
                reason.Without.Weeks is { } weeks ? Number(weeks) : "–",
                reason.Without.CoverageMillionths is { } coverage ? Percent(coverage) : "–",
                Word(reason.Without.Status), Plain.Text(string.Join(", ", reason.Only))]));
            TextTable.Append(text, rows, right: [1, 2, 3]);
        }
    }

    private static void Frontier(StringBuilder text, PlanRequest request, PlanAnswer answer)
    {
        if (answer.Frontier is not { Count: > 0 } frontier)
        {
            return;
        }

        text.Append(answer.FrontierComplete == true
            ? "\nNo plan is better than any of these in all three:\n"
            : "\nTime ran out; these were found, more may exist:\n");
        List<string[]> rows = [[$"  cost {request.Currency}", "weeks", "recognition"]];
        rows.AddRange(frontier.Select(point => (string[])["  " + Iso4217.Format(point.Cost, request.Currency), Number(point.Weeks), Number(point.Recognition)]));
        TextTable.Append(text, rows, right: [0, 1, 2]);
    }

    private static void Impossible(StringBuilder text, PlanRequest request, PlanAnswer answer)
    {
        if (answer.BlockedBy is { } blockedBy)
        {
            text.Append(blockedBy.Count == 0
                ? "\nNo plan is possible, whatever the limits.\n"
                : $"\nNo plan is possible. These limits cannot hold together: {string.Join(", ", blockedBy.Select(Plain.Text))}.\n");
        }

        if (answer.SmallestChanges is { Count: > 0 } changes)
        {
            text.Append("Any one of these changes makes a plan possible:\n");
            foreach (SmallestChange change in changes)
            {
                text.Append("  ").Append(change.Dimension).Append(" to ").Append(Value(change.To, request.Currency)).Append('\n');
            }
        }
    }

    private static void Transitions(StringBuilder text, PlanRequest request, TransitionAnswer? transitions)
    {
        if (transitions is null)
        {
            return;
        }

        text.Append(transitions.Proven ? "\nThe best goals; no other would enter this list:\n" : "\nThe best goals found; others may be better:\n");
        List<string[]> rows = [["  goal", $"cost {request.Currency}", "weeks", "hours", "coverage", "held already", "status"]];
        rows.AddRange(transitions.Goals.Select(goal => (string[])["  " + Plain.Text(goal.Id), Iso4217.Format(goal.Cost, request.Currency), Number(goal.Weeks),
            Number(goal.Hours), Percent(goal.CoverageMillionths), Number(goal.CarriedOver.Count), Word(goal.Status)]));
        TextTable.Append(text, rows, right: [1, 2, 3, 4, 5]);
    }

    private static string Value(ChangedLimit to, string currency) => to switch
    {
        { Amount: { } amount } => $"{Iso4217.Format(amount, currency)} {currency}",
        { Count: { } count } => Number(count),
        { Date: { } date } => Day(date),
        { CoverageMillionths: { } coverage } => Percent(coverage),
        _ => string.Join(", ", (to.Languages ?? []).Select(Plain.Text)),
    };

    private static string Title(string plan) => plan switch
    {
        "cheapest" => "Cheapest",
        "fastest" => "Fastest",
        "bestRecognised" => "Best recognised",
        _ => plan,
    };

    private static string Status(LearnerPlan plan) => plan.Gap is { } gap
        ? $"at most {(gap * 100).ToString("0.#", CultureInfo.InvariantCulture)} % from the best"
        : Word(plan.Status);

    private static string Word(PlanStatus status) => status switch
    {
        PlanStatus.Proven => "proven best",
        PlanStatus.Bounded => "not yet proven",
        PlanStatus.Infeasible => "impossible",
        _ => "time ran out",
    };

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(int millionths) => (millionths / 10_000m).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
