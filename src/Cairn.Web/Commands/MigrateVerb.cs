using System.CommandLine;
using Cairn.Web.Hosting;

namespace Cairn.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date and exits.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database up to date, load the starter data if it is new, and exit.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var installation = Installation.Open();
            await StartUp.PrepareAsync(installation.Services, Console.WriteLine, cancellationToken);
            Console.WriteLine("The database is up to date.");
            return 0;
        });
        return command;
    }
}
