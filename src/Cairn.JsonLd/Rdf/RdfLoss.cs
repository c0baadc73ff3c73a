using System.Text.RegularExpressions;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Rdf;

/// <summary>
/// What RDF has no place for, though an expanded document may hold it. Conversion finds it without knowing where in the document it came from; then
/// the document is expanded once more with these checks, which do.
/// </summary>
internal static partial class RdfLoss
{
    public static string Node(object? id) => $"the node “{id}”, whose identifier is no IRI";

    public static string Type(object? type) => $"the type “{type}”, which is no IRI";

    public static string Property(string property) => $"the property “{property}”, which is no IRI";

    public static string Datatype(string datatype) => $"a value whose type “{datatype}” is no IRI";

    public static string Language(string language) => $"a value whose language “{language}” is no language tag";

    public const string Direction = "the direction of a text, which RDF has no place for unless rdfDirection names one";

    public static bool IsResource(string? id) => id is not null && (Iri.IsBlankNode(id) || Iri.IsWellFormed(id));

    public static bool IsLanguageTag(string language) => LanguageTag().IsMatch(language);

    public static void CheckNode(string? id, Processing processing)
    {
        if (processing.FindsRdfLoss && !IsResource(id))
            processing.Dropped(Node(id));
    }

    public static void CheckType(string? type, Processing processing)
    {
        if (processing.FindsRdfLoss && type != Keywords.Json && !IsResource(type))
            processing.Dropped(Type(type));
    }

    public static void CheckProperty(string property, Processing processing)
    {
        if (processing.FindsRdfLoss && (!IsResource(property) || (Iri.IsBlankNode(property) && !processing.Options.ProduceGeneralizedRdf)))
            processing.Dropped(Property(property));
    }

    public static void CheckValue(JsonMap value, Processing processing)
    {
        if (!processing.FindsRdfLoss)
            return;
        if (value[Keywords.Type] is string type and not Keywords.Json && !Iri.IsWellFormed(type))
            processing.Dropped(Datatype(type));
        if (value[Keywords.Language] is string language && !IsLanguageTag(language))
            processing.Dropped(Language(language));
        if (value.Has(Keywords.Direction) && processing.Options.RdfDirection == RdfDirection.None)
            processing.Dropped(Direction);
    }

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
