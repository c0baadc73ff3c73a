using Cairn.Testing;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Data;

public abstract class WriteQueueTests(PostgresServer? server) : DatabaseTests(server)
{
    [Fact]
    public async Task A_verb_that_throws_keeps_nothing_and_harms_no_other()
    {
        var bad = Writes.RunAsync(db =>
        {
            db.Add(Named("bad"));
            throw new InvalidOperationException("refused");
        });
        var good = Writes.RunAsync(db => { db.Add(Named("good")); return Task.CompletedTask; });

        (await Should.ThrowAsync<InvalidOperationException>(bad)).Message.ShouldBe("refused");
        await good;
        (await StoredAsync()).ShouldBe(["good"]);
    }

    [Fact]
    public async Task A_verb_that_breaks_a_key_keeps_nothing_and_harms_no_other()
    {
        await Writes.RunAsync(db => { db.Add(Named("twice")); return Task.CompletedTask; });
        var again = Writes.RunAsync(db => { db.Add(Named("twice")); return Task.CompletedTask; });
        var other = Writes.RunAsync(db => { db.Add(Named("other")); return Task.CompletedTask; });

        await Should.ThrowAsync<DbUpdateException>(again);
        await other;
        (await StoredAsync()).ShouldBe(["other", "twice"]);
    }

    [Fact]
    public async Task Two_hundred_verbs_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Writes.RunAsync(db => { db.Add(Named($"f{i:000}")); return Task.CompletedTask; })));

        (await StoredAsync()).Count.ShouldBe(200);
    }

    [Fact]
    public async Task A_verb_that_was_cancelled_while_waiting_is_not_run()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            Writes.RunAsync(db => { db.Add(Named("never")); return Task.CompletedTask; }, cancelled.Token));
        (await StoredAsync()).ShouldBeEmpty();
    }

    private static Framework Named(string id) => new() { Id = id, Name = id, Version = "1", Attribution = "", Link = "" };

    private async Task<List<string>> StoredAsync()
    {
        await using var db = Database.Open();
        return await db.Set<Framework>().Select(f => f.Id).OrderBy(id => id).ToListAsync();
    }
}

public sealed class WriteQueueOnSqlite() : WriteQueueTests(null);

public sealed class WriteQueueOnPostgres(PostgresServer server) : WriteQueueTests(server);
