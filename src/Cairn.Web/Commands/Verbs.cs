using System.CommandLine;

namespace Cairn.Web.Commands;

/// <summary>Verbs on this installation. Without one of them the program serves.</summary>
internal static class Verbs
{
    /// <summary>Runs the verb the caller named, or returns null when the caller wants the server.</summary>
    public static Task<int>? Asked(string[] args)
    {
        var root = new RootCommand("Cairn: choose, earn, hold and prove micro-credentials. Without a verb it serves.")
        {
            MigrateVerb.Create(),
            ImportVerb.Create(),
        };
        var named = args.Length > 0 && (root.Subcommands.Any(command => command.Name == args[0]) || args[0] is "--help" or "-h" or "-?" or "--version");
        return named ? root.Parse(args).InvokeAsync() : null;
    }
}
