using System.Text.Json.Nodes;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"expand","input":{…},"options":{…}}</c> and the other operations of JSON-LD and of RDF canonicalization.</summary>
internal static class LinkedDataLines
{
    /// <summary>The error of a dataset whose blank nodes cannot be told apart within the limit.</summary>
    private const string WorkLimit = "work limit";

    internal static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["expand"] = Answer(line => JsonLdProcessor.Expand(line.Document(), line.JsonLd)),
        ["compact"] = Answer(line => JsonLdProcessor.Compact(line.Document(), line.Context(), line.JsonLd)),
        ["flatten"] = Answer(line => JsonLdProcessor.Flatten(line.Document(), line.Context(), line.JsonLd)),
        ["toRdf"] = Answer(line => NQuads.Write(JsonLdProcessor.ToRdf(line.Document(), line.JsonLd))),
        ["fromRdf"] = Answer(line => JsonLdProcessor.FromRdf(line.Quads(), line.JsonLd)),
        ["canonize"] = Answer(Canonize),
    };

    private static JsonNode Canonize(LinkedDataLine line)
    {
        CanonicalDataset canonical = Rdfc10.Canonicalize(line.Quads(), new Rdfc10Options { Hash = line.Options.Hash });
        return line.Options.Map ? CanonicalMap.Of(canonical) : canonical.ToString();
    }

    private static Operation Answer(Func<LinkedDataLine, JsonNode> work) => (line, answer) =>
    {
        try
        {
            JsonNode result = work(new LinkedDataLine(line));
            answer.WritePropertyName("result");
            result.WriteTo(answer);
        }
        catch (Exception problem) when (ErrorOf(problem) is { } error)
        {
            answer.WriteString("error", error);
        }

        return Task.CompletedTask;
    };

    /// <summary>A code of the specification where it has one, else a sentence; null for a bug of ours.</summary>
    private static string? ErrorOf(Exception problem) => problem switch
    {
        // Two codes are not the specification's; what they are about stands in the sentence only.
        JsonLdException { Code: JsonLdErrorCode.BudgetExceeded or JsonLdErrorCode.DataLoss } => problem.Message,
        JsonLdException { Code: var code } => code,
        WorkLimitException => WorkLimit,
        NQuadsException or BadLineException => problem.Message,
        _ => null,
    };
}
