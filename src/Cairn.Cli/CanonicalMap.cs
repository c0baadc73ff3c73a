using System.Text.Json.Nodes;
using Cairn.Rdf;

namespace Cairn.Cli;

/// <summary>The issued identifiers map of RDFC-1.0 as JSON: <c>{"e0":"c14n0"}</c>.</summary>
internal static class CanonicalMap
{
    internal static JsonObject Of(CanonicalDataset canonical) =>
        new(canonical.IssuedIdentifiers.Select(issued => KeyValuePair.Create<string, JsonNode?>(issued.Key, issued.Value)));
}
