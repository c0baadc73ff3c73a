using Cairn.Testing;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Skills;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Goals;

/// <summary>A nurse, what O*NET names as related to nurses, and what only has a similar code.</summary>
public abstract class FindNextStepsTests(PostgresServer? server) : DatabaseTests(server)
{
    private const string Nurse = "onet:29-1141.00", Midwife = "onet:29-1161.00", Educator = "onet:25-1072.00", Assistant = "onet:29-1071.00",
        Aide = "onet:31-1131.00", Vet = "onet:29-1131.00", EscoNurse = "esco:nurse";

    [Fact]
    public async Task What_is_only_near_by_its_code_is_no_next_step() => (await StepsAsync(Nurse)).ShouldNotContain(Vet);

    [Fact]
    public async Task What_is_related_elsewhere_and_asks_for_no_more_is_no_next_step() => (await StepsAsync(Nurse)).ShouldNotContain(Aide);

    [Fact]
    public async Task The_closest_comes_first_and_primary_ones_before_supplemental_ones() =>
        (await RunAsync(Nurse)).Up.Select(step => step.Id.Value).ShouldBe([Educator, Midwife]);

    [Fact]
    public async Task What_is_related_in_the_same_group_and_asks_for_no_more_stands_apart() =>
        (await RunAsync(Nurse)).Field.Select(step => step.Id.Value).ShouldBe([Assistant]);

    [Fact]
    public async Task An_occupation_of_another_framework_leads_where_its_match_leads() =>
        (await RunAsync(EscoNurse)).Up.Select(step => step.Id.Value).ShouldBe([Educator, Midwife]);

    private async Task<List<string>> StepsAsync(string present)
    {
        var steps = await RunAsync(present);
        return [.. steps.Up.Concat(steps.Field).Select(step => step.Id.Value)];
    }

    private async Task<NextSteps> RunAsync(string present)
    {
        await using (var db = Database.Open())
        {
            db.AddRange(
                Occupation(Nurse, 4), Occupation(Midwife, 5), Occupation(Educator, 5), Occupation(Assistant, 4), Occupation(Aide, 2), Occupation(Vet, 5),
                new Occupation { Id = new(EscoNurse), Framework = "esco", Code = "2221.1" },
                new OccupationMatch { OccupationId = new(Nurse), MatchId = new(EscoNurse), Type = Web.Features.Skills.MatchType.Close },
                Related(Midwife, 1, "Supplemental"), Related(Educator, 4, "Primary-Long"), Related(Assistant, 2, "Primary-Short"), Related(Aide, 3, "Primary-Short"));
            await db.SaveChangesAsync();
        }

        await using var fresh = Database.Open();
        return await new FindNextSteps(fresh).RunAsync(new OccupationId(present), default);
    }

    private static Occupation Occupation(string id, int zone) => new() { Id = new(id), Framework = "onet", Code = id.Split(':')[1], JobZone = zone };

    private static RelatedOccupation Related(string id, int rank, string tier) => new() { OccupationId = new(Nurse), RelatedId = new(id), Rank = rank, Tier = tier };
}

public sealed class FindNextStepsOnSqliteTests() : FindNextStepsTests(null);

public sealed class FindNextStepsOnPostgresTests(PostgresServer server) : FindNextStepsTests(server);
