using Cairn.Testing;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Tests.Features.Plans;

/// <summary>Builders: a goal for SQL and a program that teaches it, with every fact a plan needs.</summary>
internal static class Candidates
{
    public static readonly SkillId Sql = new("onet-tech:sql"), Python = new("onet-tech:python");
    public static readonly DateOnly Today = new(2026, 11, 24), Monday = new(2026, 11, 30);

    public static Goal Goal(Action<Goal>? say = null)
    {
        var goal = Web.Features.Goals.Goal.ForSkills([(Sql, 2)], null, new GoalLimits(), new FixedClock());
        say?.Invoke(goal);
        return goal;
    }

    public static PlanCandidate Candidate(string id = "sql-course", Func<LearningProgram, LearningProgram>? with = null, SkillBasis basis = SkillBasis.Listed, int level = 2)
    {
        var program = new LearningProgram
        {
            Id = new ProgramId(id), ProviderId = new ProviderId("harbor"), Offer = OfferKind.Course, Credential = CredentialType.Certificate,
            Language = "en", Hours = 40, HoursBasis = HoursBasis.Stated, PriceKind = PriceKind.Once, Price = 5_000, Currency = "USD",
            Pace = Pace.SelfPaced, AsOf = new DateOnly(2026, 11, 1), ListId = "list",
        };
        return new PlanCandidate
        {
            Program = with?.Invoke(program) ?? program, Name = "SQL for analysts", Provider = "Harbor State",
            Teaches = [new TaughtSkill(Sql, level, basis, 100, "SQL")],
        };
    }

    public static PlanQuestion Ask(
        IReadOnlyList<PlanCandidate> candidates, GoalLimits? limits = null, Goal? goal = null, MoneyRates? rates = null, IReadOnlyList<PriceEstimate>? estimates = null) =>
        PlanQuestion.Of(goal ?? Goal(), limits ?? new GoalLimits(), [new PlannedNeed(Sql, 2, 3)], candidates, estimates ?? [], rates ?? MoneyRates.None, Today, Monday);
}
