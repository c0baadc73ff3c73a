using System.CommandLine;
using Cairn.Rdf;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn rdf canonize FILE [--hash SHA-256|SHA-384] [--map]</c></summary>
internal static class RdfCanonize
{
    private const string Description = """
        Canonical N-Quads (RDFC-1.0): the same statements give the same bytes, whatever their order and whatever blank nodes are called.

        Text that is not N-Quads is exit 65 with line, column, what was expected and what was found. So is a dataset that is made to
        exhaust whoever reads it: telling its blank nodes apart would take more work than is allowed.

        Examples:
          cairn rdf canonize dataset.nq
          cairn rdf canonize dataset.nq --hash SHA-384 | sha384sum
          cairn jsonld to-rdf credential.json | cairn rdf canonize - --map
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "N-Quads, or - for standard input." };
        var hash = new Option<string>("--hash") { Description = "The hash inside the algorithm; SHA-384 goes with ECDSA on P-384.", DefaultValueFactory = _ => HashNames.Sha256 };
        hash.AcceptOnlyFromAmong(HashNames.Sha256, HashNames.Sha384);
        var map = new Option<bool>("--map") { Description = "Instead of N-Quads, the canonical name of each blank node of the input, as JSON." };
        var verb = new Command("canonize", Description) { file, hash, map };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            byte[] input = InputFile.ReadAll(name, streams.Input, InputFile.NQuads);
            var options = new Rdfc10Options { Hash = HashNames.Read(parsed.GetRequiredValue(hash))!.Value };
            CanonicalDataset canonical = LinkedDataInput.Reading(name, () => Rdfc10.Canonicalize(NQuads.Parse(input), options));
            streams.Write((parsed.GetValue(map) ? PlainJson.Write(CanonicalMap.Of(canonical), streams.PersonReads) : canonical.Utf8).Span);
            return ExitCode.Done;
        });
        return verb;
    }
}
