using System.Globalization;
using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>A program of the plan: what the request says of it, and where the plan puts it, in days and weeks from the first day.</summary>
internal sealed record PlacedProgram(PlanProgram Program, PlannedProgram Place, int StartDay, int FinishDay)
{
    internal string Id => Program.Id;

    internal bool IsCohort => Program.Starts is not null;

    internal int FirstWeek => WeekOf(StartDay);

    internal int LastWeek => WeekOf(FinishDay);

    /// <summary>Hours of a cohort in each week it touches; 0 for what runs at the learner's pace.</summary>
    internal int CohortHours => Program is { Starts: not null, Weeks: { } weeks } ? (Program.Hours + weeks - 1) / weeks : 0;

    internal bool Reaches(string skill, int level) => Program.Teaches.Any(taught => taught.Skill == skill && taught.Level >= level);

    internal bool RunsIn(int week) => FirstWeek <= week && week <= LastWeek;

    private static int WeekOf(int day) => (int)Math.Floor(day / 7.0);
}

/// <summary>How one program is paid; exactly one of the two is set, or none for its full price.</summary>
internal sealed record CheckedPayment(Aid? Aid, Subscription? Subscription);

/// <summary>A plan beside its request, with everything that its rules ask for worked out once.</summary>
internal sealed class CheckedPlan
{
    /// <summary>A point of the frontier is best in no single criterion.</summary>
    internal const string FrontierCriterion = "frontier";

    private readonly Dictionary<string, PlanProgram> _programs;

    internal CheckedPlan(PlanRequest request, CheckedNeeds needs, string name, string criterion, LearnerPlan plan)
    {
        Request = request;
        Needs = needs;
        Name = name;
        Criterion = criterion;
        Plan = plan;
        _programs = request.Programs.ToDictionary(program => program.Id, StringComparer.Ordinal);
        int start = request.Limits.StartOn.DayNumber;
        Placed = [.. plan.Programs.Where(place => _programs.ContainsKey(place.Id))
            .Select(place => new PlacedProgram(_programs[place.Id], place, place.Start.DayNumber - start, place.Finish.DayNumber - start))];
        Payments = ReadPayments();
    }

    internal PlanRequest Request { get; }

    internal CheckedNeeds Needs { get; }

    /// <summary>What sentences call it.</summary>
    internal string Name { get; }

    /// <summary><c>cheapest</c>, <c>fastest</c>, <c>bestRecognised</c> or <see cref="FrontierCriterion"/>.</summary>
    internal string Criterion { get; }

    internal LearnerPlan Plan { get; }

    internal IReadOnlyList<PlacedProgram> Placed { get; }

    /// <summary>Per placed program how it is paid; null where <c>pays</c> names nothing that could pay it.</summary>
    internal IReadOnlyList<CheckedPayment?> Payments { get; }

    internal long MonthHours => Request.Limits.HoursPerWeek * 52L / 12;

    internal int Weeks => WeeksOf(Placed);

    internal long Hours => Placed.Sum(placed => (long)placed.Program.Hours);

    internal bool Knows(string id) => _programs.ContainsKey(id);

    internal static int WeeksOf(IEnumerable<PlacedProgram> placed) => placed.Select(program => program.LastWeek + 1).DefaultIfEmpty(0).Max();

    internal long DoneWeight(IReadOnlyCollection<PlacedProgram> placed) =>
        Needs.HeldWeight + Needs.Open.Where(need => placed.Any(program => program.Reaches(need.Skill, need.Level))).Sum(need => need.Weight);

    internal bool ReachesCoverage(IReadOnlyCollection<PlacedProgram> placed) =>
        (Int128)DoneWeight(placed) * 1_000_000 >= (Int128)(Request.Limits.CoverageMillionths ?? 1_000_000) * Needs.Total;

    internal Int128 Recognition(IReadOnlyCollection<PlacedProgram> placed)
    {
        Int128 sum = 0;
        foreach (SkillNeed need in Needs.Open)
        {
            int tier = placed.Where(program => program.Reaches(need.Skill, need.Level)).Select(program => program.Program.Recognition).DefaultIfEmpty(0).Max();
            sum += (Int128)need.Weight * tier;
        }

        return sum;
    }

    /// <summary>Whether everything that prepares for a program is held or finishes, among these, before it starts.</summary>
    internal bool IsPrepared(PlacedProgram program, IReadOnlyCollection<PlacedProgram> among) =>
        program.Program.Requires.All(required => IsMet(program, required, among))
        && program.Program.After.All(id => among.Any(other => other.Id == id && other.FinishDay < program.StartDay));

    internal bool IsMet(PlacedProgram program, SkillLevel required, IReadOnlyCollection<PlacedProgram> among) =>
        Needs.Holds(required.Skill, required.Level)
        || among.Any(other => other.Id != program.Id && other.FinishDay < program.StartDay && other.Reaches(required.Skill, required.Level));

    internal static long Discount(Aid aid, long price) =>
        aid.Percent is { } percent ? (long)decimal.Floor(price * percent / 100m) : Math.Min(price, aid.Amount ?? 0);

    internal long MonthsOf(long hours) => (hours + MonthHours - 1) / MonthHours;

    /// <summary>What the payments cost together; null when one of them is impossible.</summary>
    internal Int128? Cost(IReadOnlyList<PlacedProgram> placed, IReadOnlyList<CheckedPayment?> payments)
    {
        Int128 cost = 0;
        var hours = new Dictionary<Subscription, long>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < placed.Count; i++)
        {
            switch (payments[i])
            {
                case { Subscription: { } subscription }: hours[subscription] = hours.GetValueOrDefault(subscription) + placed[i].Program.Hours; break;
                case { } once when placed[i].Program.PriceOnce is { } price: cost += price - (once.Aid is { } aid ? Discount(aid, price) : 0); break;
                default: return null;
            }
        }

        foreach ((Subscription subscription, long through) in hours)
        {
            cost += (Int128)MonthsOf(through) * subscription.PerMonth;
        }

        return cost;
    }

    internal string Money(Int128 minorUnits) =>
        minorUnits >= 0 && minorUnits <= long.MaxValue
            ? $"{Iso4217.Format((long)minorUnits, Request.Currency)} {Request.Currency}"
            : $"{minorUnits.ToString(CultureInfo.InvariantCulture)} minor units of {Request.Currency}";

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<CheckedPayment?> ReadPayments()
    {
        // A subscription and an aid may have the same id, or be called "once": then the reading that makes the reported cost is meant.
        List<CheckedPayment[]> possible = [.. Placed.Select(PossiblePayments)];
        var chosen = new List<CheckedPayment?>();
        int tries = 4096;
        return possible.All(payments => payments.Length > 0) && Fits() ? chosen : [.. possible.Select(payments => payments.FirstOrDefault())];

        bool Fits()
        {
            if (chosen.Count == possible.Count)
            {
                return tries-- > 0 && Cost(Placed, chosen) == Plan.Cost;
            }

            foreach (CheckedPayment payment in possible[chosen.Count])
            {
                chosen.Add(payment);
                if (Fits())
                {
                    return true;
                }

                chosen.RemoveAt(chosen.Count - 1);
                if (tries <= 0)
                {
                    return false;
                }
            }

            return false;
        }
    }

    private CheckedPayment[] PossiblePayments(PlacedProgram placed)
    {
        List<CheckedPayment> possible = [];
        string pays = placed.Place.Pays;
        if (pays == "once" && placed.Program.PriceOnce is not null)
        {
            possible.Add(new CheckedPayment(null, null));
        }

        if (pays == placed.Program.Subscription)
        {
            possible.Add(new CheckedPayment(null, Request.Subscriptions.First(subscription => subscription.Id == pays)));
        }

        if (placed.Program.PriceOnce is not null && Request.Aid.FirstOrDefault(aid => aid.Id == pays && aid.Programs.Contains(placed.Id)) is { } granted)
        {
            possible.Add(new CheckedPayment(granted, null));
        }

        return [.. possible];
    }
}
