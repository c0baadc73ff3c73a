using System.Globalization;
using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public abstract class MergeProgramsTests(PostgresServer? server) : DatabaseTests(server)
{
    private const string Heading = "id,title,provider,link,hours,level,price,skills,cip\n";

    private readonly FixedClock _clock = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-merge-").FullName;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_list_changes_nothing()
    {
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,Sewing,\n");

        await Should.ThrowAsync<ImportRefusedException>(ImportAsync("a", 2026, "1,\"Sewing,Acme,https://acme.org/sewing,99,1,50,Sewing,\n"));

        (await ProgramAsync("Sewing")).Hours.ShouldBe(10);
    }

    [Fact]
    public async Task An_id_that_stands_for_two_programs_is_refused_the_second_time()
    {
        var report = await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n1,Cooking,Acme,https://acme.org/cooking,10,1,50,,\n");

        report.Refusals.Single().Line.ShouldBe(3);
        (await TitlesAsync()).ShouldBe(["Sewing"]);
    }

    [Fact]
    public async Task The_same_list_twice_changes_nothing_the_second_time()
    {
        const string rows = "1,Sewing,Acme,https://acme.org/sewing,10,1,50,Sewing;Cutting,\n2,Cooking,Acme,,10,,0,,12.0500\n";
        await ImportAsync("a", 2026, rows);

        var second = await ImportAsync("a", 2026, rows);

        (second.Record.Added, second.Record.Changed, second.Record.Unchanged, second.Removed).ShouldBe((0, 0, 2, 0));
    }

    [Fact]
    public async Task Rows_that_repeat_a_program_are_merged_and_counted()
    {
        var report = await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,,1,,Cutting,\n1,Sewing,Acme,https://acme.org/sewing,10,,50,Sewing,\n");

        report.Refusals.ShouldBeEmpty();
        report.Remarks.ShouldContain(r => r.Contains("1 rows repeat one"));
        var program = await ProgramAsync("Sewing");
        (program.Hours, program.Level, program.Price).ShouldBe((10, 1, 5000L));
        (await TopicsAsync(program.Id)).ShouldBe(["Cutting", "Sewing"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_newest_list_states_the_facts_whatever_the_order_of_imports(bool oldFirst)
    {
        var older = ("old", 2024, "x1,Sewing,Acme,https://www.acme.org/sewing/?utm_source=x,12,1,70,Sewing;Cutting,\n");
        var newer = ("new", 2026, "77,Sewing for all,Acme Inc.,http://acme.org/sewing,,,,,\n");
        foreach (var (list, year, rows) in oldFirst ? [older, newer] : new[] { newer, older })
            await ImportAsync(list, year, rows);

        var program = await ProgramAsync("Sewing for all");
        (program.ListId, program.AsOf.Year, program.PriceKind, program.Price).ShouldBe(("new", 2026, PriceKind.Unknown, null));
        (program.Hours, program.HoursListId, program.Level).ShouldBe((12, "old", 1));
        (await TopicsAsync(program.Id)).ShouldBe(["Sewing", "Cutting"]);
        program.TopicsListId.ShouldBe("old");
        (await TitlesAsync()).ShouldBe(["Sewing for all"]);
    }

    [Fact]
    public async Task Importing_the_lists_again_in_any_order_changes_nothing()
    {
        const string older = "x1,Sewing,Acme,https://acme.org/sewing,12,1,70,Sewing;Cutting,\n", newer = "77,Sewing,Acme,https://acme.org/sewing,,,,,\n";
        await ImportAsync("old", 2024, older);
        await ImportAsync("new", 2026, newer);

        foreach (var (list, year, rows) in new[] { ("old", 2024, older), ("new", 2026, newer), ("new", 2026, newer), ("old", 2024, older) })
        {
            var report = await ImportAsync(list, year, rows);
            (report.Record.Added, report.Record.Changed, report.Removed).ShouldBe((0, 0, 0));
        }
    }

    [Fact]
    public async Task A_level_that_comes_from_an_older_list_is_the_level_of_the_skills_too()
    {
        await AddSkillsAsync();
        const string newer = "77,Sewing,Acme,https://acme.org/sewing,10,,,Pattern cutting,\n";
        await ImportAsync("new", 2026, newer);

        await ImportAsync("old", 2024, "x1,Sewing,Acme,https://acme.org/sewing,10,1,70,,\n");

        await using var db = Database.Open();
        (await db.Set<ProgramSkill>().Select(s => s.Level).Distinct().ToListAsync()).ShouldBe([1]);
        (await ImportAsync("new", 2026, newer)).Record.Changed.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_older_than_three_years_fills_nothing()
    {
        await ImportAsync("old", 2020, "x1,Sewing,Acme,https://acme.org/sewing,12,1,70,Sewing,\n");
        await ImportAsync("new", 2026, "77,Sewing,Acme,https://acme.org/sewing,,,,,\n");

        var program = await ProgramAsync("Sewing");
        (program.Hours, program.Level).ShouldBe((null, null));
        (await TopicsAsync(program.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_without_a_link_is_recognised_by_title_and_provider()
    {
        await ImportAsync("old", 2024, "x1,SEWING!,The Acme,,12,1,70,,\n");
        await ImportAsync("new", 2026, "77,Sewing,Acme,https://acme.org/sewing,10,,60,,\n");

        (await TitlesAsync()).ShouldBe(["Sewing"]);
        (await ListingsAsync()).ShouldBe(["new/77", "old/x1"]);
    }

    [Fact]
    public async Task Programs_that_share_a_home_page_stay_apart()
    {
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/courses,10,1,50,,\n2,Cooking,Acme,https://acme.org/courses,10,1,50,,\n");

        (await TitlesAsync()).ShouldBe(["Cooking", "Sewing"]);
    }

    [Fact]
    public async Task A_program_that_left_its_only_list_is_removed_with_all_that_is_said_of_it()
    {
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,Sewing,\n2,Cooking,Acme,https://acme.org/cooking,10,1,50,Cooking,\n");

        var report = await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,Sewing,\n");

        report.Removed.ShouldBe(1);
        (await TitlesAsync()).ShouldBe(["Sewing"]);
        await using var db = Database.Open();
        (await db.Set<ProgramTopic>().CountAsync()).ShouldBe(1);
        (await db.Set<ProgramListing>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_another_list_still_has_is_kept()
    {
        await ImportAsync("b", 2025, "9,Cooking,Acme,https://acme.org/cooking,10,1,50,,\n");
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n2,Cooking,Acme,https://acme.org/cooking,10,1,50,,\n");

        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n");

        (await TitlesAsync()).ShouldBe(["Cooking", "Sewing"]);
        (await ListingsAsync()).ShouldBe(["a/1", "b/9"]);
    }

    [Fact]
    public async Task Nothing_is_removed_when_rows_were_refused()
    {
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n2,Cooking,Acme,https://acme.org/cooking,10,1,50,,\n");

        var report = await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n2,,Acme,https://acme.org/cooking,10,1,50,,\n");

        report.Removed.ShouldBe(0);
        (await TitlesAsync()).ShouldBe(["Cooking", "Sewing"]);
    }

    [Fact]
    public async Task A_file_without_most_of_its_list_is_refused_and_says_what_can_be_done()
    {
        await ImportAsync("a", 2026, Classes(40));

        var refusal = (await Should.ThrowAsync<ImportRefusedException>(ImportAsync("a", 2026, Classes(2)))).Refusal;

        refusal.Found.ShouldBe("a file without 38 of the list's 40 programs");
        refusal.Expected.ShouldContain("--missing remove");
        refusal.Expected.ShouldContain("--missing keep");
        (await TitlesAsync()).Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_file_without_most_of_its_list_removes_the_rest_where_that_is_wanted()
    {
        await ImportAsync("a", 2026, Classes(40));

        var report = await ImportAsync("a", 2026, Classes(2), Missing.Remove);

        report.Removed.ShouldBe(38);
        (await TitlesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_of_a_list_adds_and_changes_and_removes_nothing()
    {
        await ImportAsync("a", 2026, Classes(40));

        var report = await ImportAsync("a", 2026, "1,Class 1,Acme,https://acme.org/1,99,1,50,,\n41,Class 41,Acme,https://acme.org/41,10,1,50,,\n", Missing.Keep);

        (report.Record.Added, report.Record.Changed, report.Removed).ShouldBe((1, 1, 0));
        report.Remarks.ShouldContain("39 programs of the list that are not in the file were kept.");
        (await TitlesAsync()).Count.ShouldBe(41);
        (await ListingsAsync()).Count.ShouldBe(41);
    }

    [Theory]
    [InlineData(400, 361)]
    [InlineData(40, 20)]
    public async Task A_tenth_of_a_list_or_twenty_programs_may_go_without_a_question(int before, int after)
    {
        await ImportAsync("a", 2026, Classes(before));

        (await ImportAsync("a", 2026, Classes(after))).Removed.ShouldBe(before - after);
    }

    [Fact]
    public async Task A_program_at_the_former_link_of_another_is_a_program_of_its_own()
    {
        await ImportAsync("a", 2026, "1,Sewing,Acme,https://acme.org/sewing,10,1,50,,\n");
        const string moved = "1,Sewing,Acme,https://acme.org/new,10,1,50,,\n2,Sewing for all,Acme,https://acme.org/sewing,20,1,50,,\n";

        await ImportAsync("a", 2026, moved);

        (await TitlesAsync()).ShouldBe(["Sewing", "Sewing for all"]);
        (await ImportAsync("a", 2026, moved)).Record.Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task A_field_of_study_points_at_occupations_that_are_there()
    {
        await Writes.RunAsync(db =>
        {
            db.Add(new Occupation { Id = new OccupationId("onet:35-1011.00"), Framework = "onet", Code = "35-1011.00" });
            return Task.CompletedTask;
        });

        await ImportAsync("a", 2026, "1,Cooking,Acme,https://acme.org/cooking,10,1,50,,12.0503\n");

        await using var db = Database.Open();
        var link = await db.Set<ProgramOccupation>().SingleAsync();
        (link.OccupationId.Value, link.Basis).ShouldBe(("onet:35-1011.00", "field of study"));
    }

    [Fact]
    public async Task Skills_are_linked_by_topic_and_title_at_the_level_of_the_program()
    {
        await AddSkillsAsync();

        await ImportAsync("a", 2026, "1,Introduction to Sewing,Acme,https://acme.org/sewing,10,1,50,Pattern Cutting,\n");

        await using var db = Database.Open();
        var skills = await db.Set<ProgramSkill>().OrderBy(s => s.SkillId).ToListAsync();
        skills.Select(s => (s.SkillId.Value, s.Level)).ShouldContain(("esco:2", 1));
        skills.Single(s => s.SkillId.Value == "esco:2").Basis.ShouldBe(SkillBasis.Listed);
    }

    private Task AddSkillsAsync() =>
        Writes.RunAsync(db =>
        {
            foreach (var (id, text) in new[] { ("esco:1", "sewing"), ("esco:2", "pattern cutting") })
            {
                db.Add(new Skill { Id = new SkillId(id), Framework = "esco", Kind = SkillKind.Skill });
                db.Add(new SkillName { SkillId = new SkillId(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = text });
            }

            return Task.CompletedTask;
        });

    private static string Classes(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},Class {i},Acme,https://acme.org/{i},10,1,50,,\n")));

    private async Task<ImportReport> ImportAsync(string list, int year, string rows, Missing missing = Missing.Ask)
    {
        var file = Path.Combine(_folder, list + ".csv");
        var map = file + ".map.json";
        await File.WriteAllTextAsync(file, Heading + rows);
        await File.WriteAllTextAsync(map, $$"""
            {
              "layout": "test", "list": { "id": "{{list}}", "name": "List {{list}}", "publisher": "Test", "attribution": "None", "asOf": "{{year}}-01-01" },
              "fields": [
                { "to": "key", "column": "id" }, { "to": "title", "column": "title" }, { "to": "provider", "column": "provider" }, { "to": "link", "column": "link" },
                { "to": "length", "column": "hours", "as": "clock hours" }, { "to": "level", "column": "level" }, { "to": "price", "column": "price", "currency": "USD" },
                { "to": "topics", "column": "skills", "separator": ";" }, { "to": "fieldOfStudy", "column": "cip" }
              ]
            }
            """);
        var apply = new ApplyImport(Database, Writes, new ImportJournal(Database, Writes, _clock), _clock);
        return await apply.RunAsync(
            "programs", list, (db, cancel) => ReadProgramList.RunAsync(new ProgramListOptions(file, map, Missing: missing), db, _ => { }, cancel), _ => { });
    }

    private async Task<LearningProgram> ProgramAsync(string title)
    {
        await using var db = Database.Open();
        var name = await db.Set<ProgramName>().SingleAsync(n => n.Text == title);
        return await db.Set<LearningProgram>().SingleAsync(p => p.Id == name.ProgramId);
    }

    private async Task<List<string>> TitlesAsync()
    {
        await using var db = Database.Open();
        (await db.Set<LearningProgram>().CountAsync()).ShouldBe(await db.Set<ProgramName>().CountAsync());
        return await db.Set<ProgramName>().OrderBy(n => n.Text).Select(n => n.Text).ToListAsync();
    }

    private async Task<List<string>> TopicsAsync(ProgramId id)
    {
        await using var db = Database.Open();
        return await db.Set<ProgramTopic>().Where(t => t.ProgramId == id).OrderBy(t => t.Ordinal).Select(t => t.Text).ToListAsync();
    }

    private async Task<List<string>> ListingsAsync()
    {
        await using var db = Database.Open();
        return await db.Set<ProgramListing>().OrderBy(l => l.ListId).ThenBy(l => l.SourceKey).Select(l => l.ListId + "/" + l.SourceKey).ToListAsync();
    }
}

public sealed class SqliteMergeProgramsTests() : MergeProgramsTests(null);

public sealed class PostgresMergeProgramsTests(PostgresServer server) : MergeProgramsTests(server);
