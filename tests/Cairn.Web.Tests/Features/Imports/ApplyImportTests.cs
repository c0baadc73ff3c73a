using Cairn.Testing;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Imports;

public abstract class ApplyImportTests(PostgresServer? server) : DatabaseTests(server)
{
    private readonly FixedClock _clock = new();

    [Fact]
    public async Task A_refused_file_changes_nothing_and_leaves_its_reason()
    {
        await ImportAsync(Batch("python", "sql"));

        await Should.ThrowAsync<ImportRefusedException>(ImportAsync(() =>
            throw new ImportRefusedException(new Refusal("skills.txt", 7, "Title", "nothing", "a title"))));

        (await SkillsAsync()).ShouldBe(["onet:python", "onet:sql"]);
        await using var db = Database.Open();
        var refused = await db.Set<ImportRecord>().SingleAsync(r => r.State == ImportState.Refused);
        var reason = await db.Set<ImportRefusal>().SingleAsync(r => r.ImportId == refused.Id);
        (reason.File, reason.Line, reason.Column, reason.Found, reason.Expected).ShouldBe(("skills.txt", 7, "Title", "nothing", "a title"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_the_second_time()
    {
        await ImportAsync(Batch("python", "sql"));

        var second = await ImportAsync(Batch("python", "sql"));

        (second.Record.Added, second.Record.Changed, second.Record.Unchanged, second.Removed).ShouldBe((0, 0, 2, 0));
    }

    [Fact]
    public async Task A_newer_file_adds_changes_and_removes_within_its_scope_only()
    {
        await ImportAsync(Batch("python", "sql", "cobol"));
        await Writes.RunAsync(db =>
        {
            db.Add(new Skill { Id = new SkillId("esco:1"), Framework = "esco", Kind = SkillKind.Skill });
            return Task.CompletedTask;
        });

        var batch = Batch("python", "sql", "rust");
        var names = (TableRows<SkillName>)batch.Tables[1];
        names = names with { Rows = [.. names.Rows.Select(n => n.SkillId.Value == "onet:sql" ? n with { Text = "SQL" } : n)] };
        var report = await ImportAsync(batch with { Tables = [batch.Tables[0], names] });

        (report.Record.Added, report.Record.Changed, report.Record.Unchanged, report.Removed).ShouldBe((1, 1, 1, 1));
        (await SkillsAsync()).ShouldBe(["esco:1", "onet:python", "onet:rust", "onet:sql"]);
        await using var db = Database.Open();
        (await db.Set<SkillName>().SingleAsync(n => n.SkillId == new SkillId("onet:sql"))).Text.ShouldBe("SQL");
        (await db.Set<SkillName>().AnyAsync(n => n.SkillId == new SkillId("onet:cobol"))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_one_part_puts_another_part_does_not_remove()
    {
        await Writes.RunAsync(db => { db.Add(InFramework("moved", "esco")); return Task.CompletedTask; });

        var report = await ImportAsync(new ImportBatch
        {
            CountedTable = "skills",
            Read = 1,
            Parts = Parts(
                new TableRows<Skill>("skills", [InFramework("moved", "onet")], rows => rows.Where(s => s.Framework == "onet")),
                new TableRows<Skill>("skills", [], rows => rows.Where(s => s.Framework == "esco"))),
        });

        await using var db = Database.Open();
        (await db.Set<Skill>().SingleAsync()).Framework.ShouldBe("onet");
        report.Remarks.ShouldBe(["part 1", "part 2"]);
    }

    [Fact]
    public async Task Parts_are_counted_together()
    {
        await ImportAsync(Batch("python", "sql"));

        var report = await ImportAsync(new ImportBatch
        {
            CountedTable = "skills",
            Read = 3,
            Parts = Parts(
                new TableRows<Skill>("skills", [InFramework("onet:python", "onet")], rows => rows.Where(s => s.Id == new SkillId("onet:python"))),
                new TableRows<Skill>("skills", [InFramework("onet:rust", "onet")], rows => rows.Where(s => s.Id == new SkillId("onet:sql")))),
        });

        (report.Record.Added, report.Record.Changed, report.Record.Unchanged, report.Removed).ShouldBe((1, 0, 1, 1));
    }

    [Fact]
    public async Task A_part_that_cannot_be_made_changes_nothing_of_the_parts_before_it()
    {
        async IAsyncEnumerable<ImportPart> Broken()
        {
            yield return new ImportPart([new TableRows<Skill>("skills", [InFramework("onet:python", "onet")], null)], []);
            await Task.Yield();
            throw new ImportRefusedException(new Refusal("skills.txt", 9, "", "a file that changed", "one that does not"));
        }

        await Should.ThrowAsync<ImportRefusedException>(ImportAsync(new ImportBatch { CountedTable = "skills", Read = 2, Parts = Broken() }));

        (await SkillsAsync()).ShouldBeEmpty();
        await using var db = Database.Open();
        (await db.Set<ImportPage>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_very_many_refused_rows_all_are_counted_and_the_first_thousand_kept()
    {
        var refusals = new RefusedRows();
        refusals.AddRange(Enumerable.Range(1, 2_500).Select(line => new Refusal("skills.txt", line, "Title", "nothing", "a title")));

        var report = await ImportAsync(Batch("python") with { Refusals = refusals });

        (report.Record.Refused, report.Refusals.Count).ShouldBe((2_500, 1_000));
        await using var db = Database.Open();
        (await db.Set<ImportRefusal>().CountAsync()).ShouldBe(1_000);
    }

    [Fact]
    public async Task An_import_killed_before_its_commit_leaves_nothing()
    {
        var record = await WrittenDownAsync(Batch("python"), ImportState.Preparing);

        await Journal.RollForwardAsync(CancellationToken.None);

        (await SkillsAsync()).ShouldBeEmpty();
        await using var db = Database.Open();
        (await db.Set<ImportPage>().AnyAsync()).ShouldBeFalse();
        (await db.Set<ImportRecord>().SingleAsync(r => r.Id == record.Id)).State.ShouldBe(ImportState.Refused);
    }

    [Fact]
    public async Task An_import_killed_after_its_commit_is_completed()
    {
        var record = await WrittenDownAsync(Batch("python", "sql"), ImportState.Applying);

        await Journal.RollForwardAsync(CancellationToken.None);

        (await SkillsAsync()).ShouldBe(["onet:python", "onet:sql"]);
        await using var db = Database.Open();
        (await db.Set<ImportRecord>().SingleAsync(r => r.Id == record.Id)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task A_killed_import_is_completed_without_a_new_start()
    {
        await WrittenDownAsync(Batch("python", "sql"), ImportState.Applying);

        (await Journal.IsOpenAsync(CancellationToken.None)).ShouldBeTrue();
        await Journal.CompleteKilledAsync(CancellationToken.None);

        (await SkillsAsync()).ShouldBe(["onet:python", "onet:sql"]);
        (await Journal.IsOpenAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_that_is_alive_is_left_to_itself()
    {
        await WrittenDownAsync(Batch("python"), ImportState.Applying);
        await using var alive = await ImportLock.TryTakeAsync(Database, CancellationToken.None);

        await Journal.CompleteKilledAsync(CancellationToken.None);

        (await SkillsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_import_waits_and_says_for_whom()
    {
        var reading = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var first = Importer.RunAsync("onet", "first.txt", async (_, _) =>
        {
            reading.SetResult();
            await mayEnd.Task;
            return Batch("python");
        }, _ => { });
        await reading.Task;

        var waits = new TaskCompletionSource<string>();
        var second = Importer.RunAsync("onet", "second.txt", (_, _) => Task.FromResult(Batch("python", "sql")), said => waits.TrySetResult(said));

        (await waits.Task).ShouldContain("Waiting for the import of first.txt");
        mayEnd.SetResult();
        await first;
        (await second).Record.Added.ShouldBe(1);
    }

    private ImportJournal Journal => new(Database, Writes, _clock);

    private ApplyImport Importer => new(Database, Writes, Journal, _clock);

    private Task<ImportReport> ImportAsync(ImportBatch batch) => ImportAsync(() => batch);

    private Task<ImportReport> ImportAsync(Func<ImportBatch> read) => Importer.RunAsync("onet", "skills.txt", (_, _) => Task.FromResult(read()), _ => { });

    private async Task<ImportRecord> WrittenDownAsync(ImportBatch batch, ImportState state)
    {
        var record = new ImportRecord
        {
            Id = new ImportId(Guid.CreateVersion7(_clock.GetUtcNow())), Kind = "onet", File = "skills.txt", StartedAt = _clock.GetUtcNow(), State = state,
        };
        await Writes.RunAsync(db => { db.Add(record); return Task.CompletedTask; });
        await using var db = Database.Open();
        await Journal.WriteDownAsync(record, db, batch, CancellationToken.None);
        return record;
    }

    private async Task<List<string>> SkillsAsync()
    {
        await using var db = Database.Open();
        return [.. (await db.Set<Skill>().ToListAsync()).Select(s => s.Id.Value).Order(StringComparer.Ordinal)];
    }

    private static Skill InFramework(string id, string framework) => new() { Id = new SkillId(id), Framework = framework, Kind = SkillKind.Technology };

    private static async IAsyncEnumerable<ImportPart> Parts(params TableRows[] parts)
    {
        foreach (var (index, table) in parts.Index())
        {
            await Task.Yield();
            yield return new ImportPart([table], [$"part {index + 1}"]);
        }
    }

    private static ImportBatch Batch(params string[] skills) => new()
    {
        CountedTable = "skills",
        Read = skills.Length,
        Tables =
        [
            new TableRows<Skill>(
                "skills",
                [.. skills.Select(s => new Skill { Id = new SkillId($"onet:{s}"), Framework = "onet", Kind = SkillKind.Technology })],
                rows => rows.Where(s => s.Framework == "onet")),
            new TableRows<SkillName>(
                "skill_names",
                [.. skills.Select(s => new SkillName { SkillId = new SkillId($"onet:{s}"), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = s })],
                rows => rows.Where(n => n.Language == "en")),
        ],
    };
}

public sealed class ApplyImportOnSqlite() : ApplyImportTests(null);

public sealed class ApplyImportOnPostgres(PostgresServer server) : ApplyImportTests(server);
