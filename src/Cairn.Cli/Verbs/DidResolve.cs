using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn did resolve DID</c></summary>
internal static class DidResolve
{
    private const string Description = """
        Resolve a DID to its document: did:key and did:jwk by themselves, did:web with --online or --documents. Of a DID URL with a fragment
        what the fragment names.

        Exit 0 with the document; 1 when the DID is malformed or its document is another's; 2 when it is not to be had or of another method.

        Examples:
          cairn did resolve did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2
          cairn did resolve did:web:example.org --online
        """;

    internal static Command Verb(Streams streams)
    {
        var did = new Argument<string>("DID") { Description = "The DID, or a DID URL." };
        var documents = new DocumentOptions();
        var verb = new Command("resolve", Description) { did };
        documents.AddTo(verb);
        verb.SetAction(parsed =>
        {
            DidResolution resolution = DidResolver.Resolve(parsed.GetRequiredValue(did), documents.Read(parsed));
            if (resolution.Document is { } document)
            {
                streams.Write(PlainJson.Write(document, streams.PersonReads).Span);
                return ExitCode.Done;
            }

            streams.Error.WriteLine($"cairn: {Plain.Text(resolution.Reason!)} ({resolution.Error})");
            return resolution.Error is DidResolver.NotFound or DidResolver.MethodNotSupported ? ExitCode.Unknown : ExitCode.Invalid;
        });
        return verb;
    }
}
