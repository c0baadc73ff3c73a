using Cairn.Web.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cairn.Web.Hosting;

/// <summary>What an operator can put right themselves is said in one sentence, without a stack trace.</summary>
internal static class CannotStart
{
    /// <summary>A wrong setting, as <c>sysexits</c> numbers it.</summary>
    public const int ExitCode = 78;

    /// <returns>Null for a fault of ours.</returns>
    public static string? Said(Exception stopped) => stopped switch
    {
        DatabaseUnusableException => stopped.Message,
        IOException { InnerException: AddressInUseException } => $"{stopped.Message} Stop the other program, or choose another address, such as --urls http://localhost:5081.",
        FormatException when stopped.Message.StartsWith("Invalid url", StringComparison.Ordinal) => $"{stopped.Message}. Write an address such as --urls http://localhost:5081.",
        PostgresException refused when IsOfTheServer(refused.SqlState) => $"PostgreSQL refused what CAIRN_POSTGRES names: {refused.MessageText}.",
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } => $"PostgreSQL does not answer where CAIRN_POSTGRES says: {stopped.Message}.",
        // 8 read-only, 13 disk full, 14 cannot open, 26 not a database.
        SqliteException { SqliteErrorCode: 8 or 13 or 14 or 26 } => $"The database in the data folder cannot be used: {stopped.Message} Look at CAIRN_DATA, its permissions and its disk.",
        UnauthorizedAccessException => $"A file cannot be used: {stopped.Message} Give this account the right to it, or choose another place.",
        _ => null,
    };

    /// <summary>Wrong name or password, no such database, no right to make tables, too many connections.</summary>
    private static bool IsOfTheServer(string state) => state is "3D000" or "42501" || state.StartsWith("28", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);
}
