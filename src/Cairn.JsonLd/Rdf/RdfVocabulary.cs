namespace Cairn.JsonLd.Rdf;

/// <summary>IRIs of RDF and XML Schema that the algorithms name.</summary>
internal static class RdfVocabulary
{
    private const string RdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Xsd = "http://www.w3.org/2001/XMLSchema#";

    public const string Type = RdfNamespace + "type", First = RdfNamespace + "first", Rest = RdfNamespace + "rest", Nil = RdfNamespace + "nil", ListClass = RdfNamespace + "List",
        Value = RdfNamespace + "value", Language = RdfNamespace + "language", Direction = RdfNamespace + "direction", Json = RdfNamespace + "JSON",
        Boolean = Xsd + "boolean", Integer = Xsd + "integer", Double = Xsd + "double", String = Xsd + "string",
        I18n = "https://www.w3.org/ns/i18n#";
}
