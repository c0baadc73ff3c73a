using System.CommandLine;

namespace Cairn.Cli;

/// <summary>From the words of the command line to an exit code.</summary>
internal static class Invocation
{
    internal static int Run(RootCommand root, string[] args, Streams streams)
    {
        // A file may be named @request.json; it is not a file of arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
            {
                streams.Error.WriteLine($"cairn: {message}");
            }

            streams.Error.WriteLine("cairn: see cairn --help, or a verb with --help");
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UnreadableInputException problem)
        {
            streams.Error.WriteLine(problem.Message);
            return ExitCode.InputUnreadable;
        }
        catch (IOException problem)
        {
            // Files that are read have their own sentence: this is the output, closed by whoever read it, or a full disk.
            streams.Error.WriteLine($"cairn: cannot write the result: {problem.Message}");
            return ExitCode.Bug;
        }
        catch (Exception bug)
        {
            streams.Error.WriteLine($"cairn: this is a bug in cairn: {bug.GetType().Name}: {bug.Message}");
            return ExitCode.Bug;
        }
    }
}
