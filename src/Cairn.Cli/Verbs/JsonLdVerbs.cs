using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn jsonld expand|compact|flatten|to-rdf|from-rdf FILE [--context FILE] [--base IRI] [--safe]</c></summary>
internal static class JsonLdVerbs
{
    private const string Contexts = """
        Contexts come from the published ones that are part of cairn (credentials and badges); nothing is fetched.
        A document that cannot be processed is exit 65 with the code of JSON-LD 1.1, the place and what was found.
        """;

    internal static Command Group(Streams streams) => new("jsonld", "JSON-LD 1.1: from one form of a document to another, to RDF and back.")
    {
        Verb("expand", $"""
            Expand a document: no context, every term an IRI, every value a map, always an array.

            {Contexts}

            Examples:
              cairn jsonld expand credential.json
              cairn jsonld expand credential.json --safe > expanded.json
              cat person.json | cairn jsonld expand - --base https://example.org/people/ --context terms.json
            """, "A context that is processed before the document's own.", streams, static asked =>
            Json(JsonLdProcessor.Expand(asked.Document(), asked.WithExpandContext()), asked)),
        Verb("compact", $"""
            Compact a document by a context; without one, take its own context away.

            {Contexts}

            Examples:
              cairn jsonld compact expanded.json --context https://www.w3.org/ns/credentials/v2
              cairn jsonld compact expanded.json --context terms.json
            """, "The context to compact by.", streams, static asked =>
            Json(JsonLdProcessor.Compact(asked.Document(), asked.Context, asked.Options), asked)),
        Verb("flatten", $"""
            Flatten a document: every node once and on one level, every blank node named.

            {Contexts}

            Examples:
              cairn jsonld flatten credential.json
              cairn jsonld flatten credential.json --context terms.json
            """, "A context to compact the result by.", streams, static asked =>
            Json(JsonLdProcessor.Flatten(asked.Document(), asked.Context, asked.Options), asked)),
        Verb("to-rdf", $"""
            Turn a document into N-Quads. Blank nodes are b0, b1, …; see cairn rdf canonize for names that do not depend on the document's form.

            {Contexts}

            Examples:
              cairn jsonld to-rdf credential.json --safe
              cairn jsonld to-rdf credential.json | cairn rdf canonize -
            """, "A context that is processed before the document's own.", streams, static asked =>
            Encoding.UTF8.GetBytes(NQuads.Write(JsonLdProcessor.ToRdf(asked.Document(), asked.WithExpandContext())))),
        Verb("from-rdf", """
            Turn N-Quads into an expanded document; with a context, compact it.

            Text that is not N-Quads is exit 65 with line, column, what was expected and what was found.

            Examples:
              cairn jsonld from-rdf credential.nq
              cairn jsonld from-rdf credential.nq --context https://www.w3.org/ns/credentials/v2
            """, "A context to compact the result by.", streams, static asked =>
        {
            JsonArray expanded = JsonLdProcessor.FromRdf(NQuads.Parse(asked.Input), asked.Options);
            return Json(asked.Context is { } context ? JsonLdProcessor.Compact(JsonLdDocument.From(expanded), context, asked.Options) : expanded, asked);
        }),
    };

    private static Command Verb(string name, string description, string contextHelp, Streams streams, Func<Asked, ReadOnlyMemory<byte>> work)
    {
        var file = new Argument<string>("FILE") { Description = "The document, or - for standard input." };
        var context = new Option<string?>("--context") { Description = $"{contextHelp} A file, - for standard input, or the address of a context that is part of cairn.", HelpName = "FILE" };
        var baseIri = new Option<string?>("--base") { Description = "The base of relative IRIs. None by default: they stay relative.", HelpName = "IRI" };
        var safe = new Option<bool>("--safe") { Description = "Refuse whatever JSON-LD would drop in silence, such as a term that no context defines." };
        var verb = new Command(name, description) { file, context, baseIri, safe };
        verb.Validators.Add(words =>
        {
            if (words.GetValue(file) == InputFile.StandardInput && words.GetValue(context) == InputFile.StandardInput)
            {
                words.AddError("Only one of FILE and --context can be standard input.");
            }

            if (words.GetValue(baseIri) is { } iri && !AbsoluteIri.Is(iri))
            {
                words.AddError($"--base is {iri}; expected an absolute IRI such as https://example.org/.");
            }
        });
        verb.SetAction(parsed =>
        {
            var options = new JsonLdOptions { Base = parsed.GetValue(baseIri), Safe = parsed.GetValue(safe) };
            string input = parsed.GetRequiredValue(file);
            byte[] text = InputFile.ReadAll(input, streams.Input, name == "from-rdf" ? InputFile.NQuads : InputFile.Json);
            JsonLdDocument? contextDocument = parsed.GetValue(context) is { } contextFile ? ReadContext(contextFile, streams) : null;
            streams.Write(LinkedDataInput.Reading(input, () => work(new Asked(text, contextDocument, options, streams.PersonReads))).Span);
            return ExitCode.Done;
        });
        return verb;
    }

    private static JsonLdDocument ReadContext(string name, Streams streams) => LinkedDataInput.Reading(name, () =>
        EmbeddedContexts.All.ContainsKey(name) ? JsonLdDocument.From(JsonValue.Create(name)) : JsonLdDocument.Parse(InputFile.ReadAll(name, streams.Input)));

    private static ReadOnlyMemory<byte> Json(JsonNode node, Asked asked) => PlainJson.Write(node, asked.PersonReads);

    /// <summary>What a verb is asked to do.</summary>
    private sealed record Asked(byte[] Input, JsonLdDocument? Context, JsonLdOptions Options, bool PersonReads)
    {
        internal JsonLdDocument Document() => JsonLdDocument.Parse(Input);

        internal JsonLdOptions WithExpandContext() => Options with { ExpandContext = Context?.ToNode() };
    }
}
