using System.Diagnostics;
using Cairn.Web.Data;
using Npgsql;

namespace Cairn.Testing;

/// <summary>
/// A throw-away PostgreSQL of the machine's own, reached by a socket alone and gone with the tests; or the one named by
/// <c>CAIRN_TEST_POSTGRES</c>. An assembly fixture: one server for all tests of a project.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private string? _tools;
    private string? _server;
    private string? _whyNot;
    private int _databases;

    /// <summary>A fresh, migrated database; null with the reason when there is no PostgreSQL here.</summary>
    internal async Task<(CairnDatabase? Database, string? WhyNot)> CreateDatabaseAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_server is null && _whyNot is null)
                await StartAsync();
        }
        finally
        {
            _starting.Release();
        }

        if (_server is null)
            return (null, _whyNot);
        var name = $"cairn_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return (CairnDatabase.Postgres(ConnectionTo(name)), null);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_folder is not null)
        {
            await RunAsync("pg_ctl", $"-D {_folder}/data -m immediate stop");
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private static string Template => $"cairn_template_{Environment.ProcessId}";

    private async Task StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CAIRN_TEST_POSTGRES") is { Length: > 0 } given)
            _server = given;
        else if (FindTools() is { } tools)
            _server = await StartOwnAsync(tools);
        else
            _whyNot = "PostgreSQL is not installed. Run ./test, or set CAIRN_TEST_POSTGRES to a server on which databases may be made.";

        if (_server is null)
            return;
        await ExecuteAsync($"CREATE DATABASE {Template}");
        await MigrateDatabase.RunAsync(CairnDatabase.Postgres(ConnectionTo(Template) + ";Pooling=false"));
    }

    private async Task<string> StartOwnAsync(string tools)
    {
        _tools = tools;
        // Short, because a socket's path may have 107 letters; searchable, because the server runs as nobody when we are root.
        _folder = Directory.CreateTempSubdirectory("cairn-pg-").FullName;
        if (IsRoot)
            await RunPlainAsync("chown", $"nobody {_folder}");
        await RunAsync("initdb", $"-D {_folder}/data -U cairn -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        var settings = $"-c listen_addresses='' -c unix_socket_directories={_folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off -c max_connections=200";
        await RunAsync("pg_ctl", $"-D {_folder}/data -w -o \"{settings}\" -l {_folder}/log start");
        return $"Host={_folder};Username=cairn;Database=postgres";
    }

    private static string? FindTools() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "pg_ctl"))).Order().LastOrDefault()
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server) { Database = database, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task RunAsync(string tool, string arguments) => IsRoot
        ? RunPlainAsync("setpriv", $"--reuid=nobody --regid=nogroup --clear-groups {_tools}/{tool} {arguments}")
        : RunPlainAsync($"{_tools}/{tool}", arguments);

    private static async Task RunPlainAsync(string file, string arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = "/", RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        // pg_ctl hands its error stream to the server, so reading to its end would wait for the server's.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }
}
