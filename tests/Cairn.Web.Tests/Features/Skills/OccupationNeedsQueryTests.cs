using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Esco;
using Cairn.Web.Features.Skills.Needs;
using Cairn.Web.Features.Skills.Onet;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

/// <summary>The needs and entry conditions of the two hand-written downloads, from a database.</summary>
public sealed class OccupationNeedsQueryTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCairnDb _db;
    private readonly NeedCountsCache _cache = new();

    public OccupationNeedsQueryTests()
    {
        _connection.Open();
        _db = new SqliteCairnDb(new DbContextOptionsBuilder<SqliteCairnDb>().UseSqlite(_connection).Options);
        _db.Database.EnsureCreated();
        using var onet = OnetFixture.Write();
        using var esco = EscoFixture.Write();
        Store(OnetReader.Read(onet.Path, null));
        Store(EscoReader.Read(esco.Path, null, null));
        _db.Add(new SameSkill { SkillId = new SkillId("esco:bbbb0001"), OtherId = new SkillId("onet-tech:c_p_p"), Basis = "for this test" });
        _db.Add(new OccupationMatch { OccupationId = new OccupationId("onet:15-1252.00"), MatchId = new OccupationId("esco:aaaa0001"), Type = Cairn.Web.Features.Skills.MatchType.Exact });
        _db.SaveChanges();
        _db.ChangeTracker.Clear();
    }

    public void Dispose()
    {
        _cache.Dispose();
        _db.Dispose();
        _connection.Dispose();
    }

    private Task<OccupationNeedList?> NeedsOf(string id) =>
        new OccupationNeedsQuery(_db, new NeedsRule { CommonAtOneIn = 1, LeastWeight = 0 }, _cache).OfAsync(new OccupationId(id), default);

    [Fact]
    public async Task An_occupation_that_is_not_there_has_no_needs() => (await NeedsOf("onet:99-9999.00")).ShouldBeNull();

    [Fact]
    public async Task Needs_of_an_ONET_occupation_join_its_own_and_those_of_its_match()
    {
        var needs = (await NeedsOf("onet:15-1252.00"))!.Needs;
        needs.Single(need => need.SkillId.Value == "esco:bbbb0002").Sources.Single().From.Value.ShouldBe("esco:aaaa0001");
        needs.Single(need => need.SkillId.Value == "onet:2.C.3.a").Level.ShouldBe(3);
    }

    [Fact]
    public async Task Two_names_of_one_skill_are_merged_into_the_shown_one()
    {
        var needs = (await NeedsOf("onet:15-1252.00"))!.Needs;
        needs.Single(need => need.SkillId.Value == "esco:bbbb0001").Sources.Select(source => source.Kind)
            .ShouldBe([OccupationSkillSource.OnetTechnology, OccupationSkillSource.EscoOptional], ignoreOrder: true);
        needs.ShouldNotContain(need => need.SkillId.Value == "onet-tech:c_p_p");
    }

    [Fact]
    public async Task Needs_of_an_ESCO_occupation_take_the_technologies_of_its_match() =>
        (await NeedsOf("esco:aaaa0001"))!.Needs.ShouldContain(need => need.SkillId.Value == "onet-tech:c_s");

    [Fact]
    public async Task An_occupation_without_data_takes_those_of_its_relatives_and_says_so()
    {
        _db.Add(new Occupation { Id = new OccupationId("onet:15-1252.01"), Framework = "onet", Code = "15-1252.01" });
        await _db.SaveChangesAsync();
        var list = (await NeedsOf("onet:15-1252.01"))!;
        list.Needs.ShouldContain(need => need.SkillId.Value == "onet-tech:c_s");
        list.Remarks[0].ShouldSatisfyAllConditions(
            remark => remark.Kind.ShouldBe(NeedRemarkKind.FromRelatives),
            remark => remark.Occupations.Select(id => id.Value).ShouldBe(["onet:15-1252.00"]));
    }

    [Fact]
    public async Task Entry_conditions_carry_their_source_and_date()
    {
        var conditions = (await new EntryConditionsQuery(_db).OfAsync(new OccupationId("onet:15-1252.00"), default))!;
        conditions.Education!.Typical.ShouldSatisfyAllConditions(
            typical => typical.Text.ShouldBe("Bachelor's Degree"),
            typical => typical.Source.ShouldBe("onet"),
            typical => typical.AsOf.ShouldBe(new DateOnly(2023, 8, 1)));
        (conditions.JobZone, conditions.From).ShouldBe((4, null));
    }

    [Fact]
    public async Task An_ESCO_occupation_borrows_those_of_its_exact_match_and_says_so() =>
        (await new EntryConditionsQuery(_db).OfAsync(new OccupationId("esco:aaaa0001"), default))!.From.ShouldBe(new OccupationId("onet:15-1252.00"));

    [Fact]
    public async Task A_broader_or_narrower_match_lends_no_conditions()
    {
        _db.Add(new Occupation { Id = new OccupationId("onet:29-1141.01"), Framework = "onet", Code = "29-1141.01", JobZone = 4 });
        await _db.SaveChangesAsync();
        var conditions = (await new EntryConditionsQuery(_db).OfAsync(new OccupationId("esco:aaaa0002"), default))!;
        (conditions.JobZone, conditions.RegulatedNote is not null).ShouldBe((null, true));
    }

    [Fact]
    public async Task What_is_typical_for_entry_stands_before_what_people_in_the_work_have()
    {
        _db.Add(new EntryCondition
        {
            OccupationId = new OccupationId("onet:15-1252.00"), Kind = EntryConditionKind.Education, Source = "bls", Ordinal = 0, Text = "Associate's degree",
        });
        await _db.SaveChangesAsync();
        var education = (await new EntryConditionsQuery(_db).OfAsync(new OccupationId("onet:15-1252.00"), default))!.Education!;
        (education.Typical.Text, education.Shares.Count).ShouldBe(("Associate's degree", 1));
    }

    private void Store(ImportBatch batch)
    {
        foreach (var table in batch.Tables)
            _db.AddRange(((System.Collections.IEnumerable)table.GetType().GetProperty("Rows")!.GetValue(table)!).Cast<object>());
        _db.SaveChanges();
        _db.ChangeTracker.Clear();
    }
}
