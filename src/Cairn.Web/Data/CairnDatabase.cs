using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Web.Data;

/// <summary>The operator's settings lead to no database. The message says which and what to do.</summary>
internal sealed class DatabaseUnusableException(string message, Exception inner) : Exception(message, inner);

/// <summary>Which database this installation keeps, and how to open it. One instance for the life of the process.</summary>
internal sealed class CairnDatabase
{
    private readonly string _connectionString;
    private readonly DbContextOptions<SqliteCairnDb>? _sqlite;
    private readonly DbContextOptions<PostgresCairnDb>? _postgres;

    private CairnDatabase(string connectionString, string? folder, bool postgres)
    {
        _connectionString = connectionString;
        Folder = folder;
        if (postgres)
            _postgres = new DbContextOptionsBuilder<PostgresCairnDb>().UseNpgsql(connectionString).Options;
        else
            _sqlite = new DbContextOptionsBuilder<SqliteCairnDb>().UseSqlite(connectionString).AddInterceptors(SqlitePragmas.Instance).Options;
    }

    /// <summary>Folder of the SQLite file, for its locks; null on PostgreSQL.</summary>
    public string? Folder { get; }

    public bool IsSqlite => _sqlite is not null;

    /// <summary>The embedded database <c>cairn.db</c> in a folder, which is made when it is not there.</summary>
    public static CairnDatabase Sqlite(string folder)
    {
        var full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"The data folder {full} cannot be made: {e.Message} Set CAIRN_DATA to a folder that this account may write to.", e);
        }

        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(full, "cairn.db"), DefaultTimeout = 60, ForeignKeys = true };
        return new CairnDatabase(connection.ConnectionString, full, postgres: false);
    }

    public static CairnDatabase Postgres(string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new DatabaseUnusableException("CAIRN_POSTGRES is not a connection string. Write it like Host=localhost;Database=cairn;Username=cairn.", e);
        }

        return new CairnDatabase(connectionString, folder: null, postgres: true);
    }

    /// <summary>
    /// <c>CAIRN_POSTGRES</c> (a connection string) if it is set, else SQLite in <c>CAIRN_DATA</c>, else in <c>data</c> under the caller's folder.
    /// </summary>
    public static CairnDatabase FromConfiguration(IConfiguration configuration) =>
        configuration["CAIRN_POSTGRES"] is { Length: > 0 } postgres
            ? Postgres(postgres)
            : Sqlite(configuration["CAIRN_DATA"] is { Length: > 0 } folder ? folder : "data");

    public CairnDb Open() => _sqlite is not null ? new SqliteCairnDb(_sqlite) : new PostgresCairnDb(_postgres!);

    /// <summary>A context on a connection that several contexts share, so that they stand in one transaction.</summary>
    public CairnDb OpenOn(DbConnection connection) => _sqlite is not null
        ? new SqliteCairnDb(new DbContextOptionsBuilder<SqliteCairnDb>(_sqlite).UseSqlite(connection).Options)
        : new PostgresCairnDb(new DbContextOptionsBuilder<PostgresCairnDb>(_postgres!).UseNpgsql(connection).Options);

    public async Task<DbConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(_connectionString) : new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        if (IsSqlite)
            SqlitePragmas.Apply(connection);
        return connection;
    }
}
