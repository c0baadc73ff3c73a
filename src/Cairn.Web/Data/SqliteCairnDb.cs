using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Web.Data;

/// <summary>The embedded database, and the default.</summary>
internal sealed class SqliteCairnDb(DbContextOptions<SqliteCairnDb> options) : CairnDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite can neither order nor compare a DateTimeOffset: unix milliseconds, always UTC.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    protected override Type IdConverterFor(Type id) =>
        IdTypes.ValueOf(id) == typeof(Guid) ? typeof(UuidBytesConverter<>).MakeGenericType(id) : base.IdConverterFor(id);

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteCairnDb -o Data/Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCairnDb>
{
    public SqliteCairnDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCairnDb>().UseSqlite("Data Source=:memory:").Options);
}
