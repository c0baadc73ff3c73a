using System.CommandLine;
using Cairn.Cli.Lines;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn lines</c></summary>
internal static class LinesVerb
{
    private const string Description = """
        The same verbs as JSON lines, for programs in any language.

        One JSON object per line on standard input, with an id, an op and its members; one answer per line on standard output with the same
        id, in order of completion. A bad line gets an error answer and the process goes on. A line is at most 16 MB.
        The end of input waits for the last answer.

        Operations:
          solve   {"id":1,"op":"solve","request":{…}}   →   {"id":1,"result":{…}}

        Example:
          printf '{"id":1,"op":"solve","request":%s}\n' "$(tr -d '\n' < request.json)" | cairn lines
        """;

    internal static Command Verb(Streams streams)
    {
        var verb = new Command("lines", Description);
        verb.SetAction(async (_, _) =>
        {
            await new LineLoop(Operations.All(Environment.ProcessorCount), streams.Input, streams.Output).RunAsync();
            return ExitCode.Done;
        });
        return verb;
    }
}
