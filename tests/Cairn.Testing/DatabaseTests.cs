using Cairn.Web.Data;
using Xunit;

namespace Cairn.Testing;

/// <summary>
/// Base of tests that must hold on both databases: write them once in an abstract class, and add two empty subclasses, one of which takes
/// <see cref="PostgresServer"/> and hands it on.
/// </summary>
public abstract class DatabaseTests(PostgresServer? server) : IAsyncLifetime
{
    private TestDatabase? _test;

    internal CairnDatabase Database => _test!.Database;

    internal WriteQueue Writes { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        _test = server is null ? await TestDatabase.SqliteAsync() : await TestDatabase.PostgresAsync(server);
        Writes = new WriteQueue(Database);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_test is null)
            return;
        await Writes.DisposeAsync();
        await _test.DisposeAsync();
    }
}
