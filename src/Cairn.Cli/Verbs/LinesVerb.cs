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
          solve                   {"id":1,"op":"solve","request":{…}}   →   {"id":1,"result":{…}}
          verify                  {"id":2,"op":"verify","credential":{…}}   →   {"id":2,"result":{"verdict":"valid","checks":[…],"nested":[],"issuerKnown":"unknown"}}
                                  with checks (["proof"]), at, challenge, domain, expectedHolder and documents ({url: JSON or text})
          expand, flatten, toRdf  {"id":2,"op":"expand","input":{…},"inputUrl":"https://example.org/a","options":{…}}
          compact                 the same with "context": a context or its address (flatten takes one too)
          sign                    {"id":3,"op":"sign","credential":{…},"key":{…},"suite":"eddsa-rdfc-2022","created":"2026-01-31T12:00:00Z"}
          derive                  {"id":4,"op":"derive","credential":{…},"selectivePointers":["/credentialSubject/name"]}
          fromRdf, canonize       "input" is the text of N-Quads; canonize has the options hash (SHA-256, SHA-384) and map

        Linked data: options are those of the JSON-LD API, and safe. Without input the document at inputUrl is read; documents under rootUrl
        come from the folder rootDir, all others are the contexts that are part of cairn. An error is the code of JSON-LD 1.1 where there
        is one ("loading document failed"), "work limit" for a dataset that cannot be canonized within the limit, else a sentence.

        Examples:
          echo '{"id":1,"op":"expand","input":{"@id":"a","https://example.org/name":"Ana"},"inputUrl":"https://example.org/"}' | cairn lines
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
