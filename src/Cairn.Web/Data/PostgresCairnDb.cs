using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Web.Data;

/// <summary>PostgreSQL, for several instances behind a balancer.</summary>
internal sealed class PostgresCairnDb(DbContextOptions<PostgresCairnDb> options) : CairnDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // The provider refuses any offset but nought.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresCairnDb -o Data/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCairnDb>
{
    public PostgresCairnDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCairnDb>().UseNpgsql("Host=localhost").Options);
}
