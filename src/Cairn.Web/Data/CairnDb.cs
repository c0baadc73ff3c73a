using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Data;

/// <summary>
/// The one database model. It has no <c>DbSet</c> properties: every feature maps its own entities beside them, and they are found
/// by assembly, so that deleting a folder removes a feature.
/// </summary>
internal abstract class CairnDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CairnDb).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enumerations stand as words: a database is read by people too, and a reordered enum changes nothing.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        foreach (var id in IdTypes.All)
            configurationBuilder.Properties(id).HaveConversion(IdConverterFor(id));
    }

    /// <summary>How a provider stores an id struct: text as it is, a UUID in its own form.</summary>
    protected virtual Type IdConverterFor(Type id) =>
        typeof(IdConverter<,>).MakeGenericType(id, IdTypes.ValueOf(id));

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
