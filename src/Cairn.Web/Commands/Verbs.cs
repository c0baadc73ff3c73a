using System.CommandLine;
using Cairn.Web.Hosting;

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
            CorrectVerb.Create(),
        };
        // A word that is no verb is a slip of the finger: it is refused, not taken for "serve". Settings are --name or name=value.
        var named = args.Length > 0 && (args[0] is "--help" or "-h" or "-?" or "--version" || !(args[0].StartsWith('-') || args[0].StartsWith('/') || args[0].Contains('=')));
        return named ? RunAsync(root, args) : null;
    }

    /// <summary>Wrong usage ends with 64, a fault of ours with 70 and one line, as the <c>cairn</c> tool does.</summary>
    private static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? 64 : exit;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was changed.");
            return 130;
        }
        catch (Exception stopped) when (CannotStart.Said(stopped) is { } said)
        {
            await Console.Error.WriteLineAsync(said);
            return CannotStart.ExitCode;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"This is a fault of Cairn's, please report it: {fault.Message}");
            return 70;
        }
    }
}
