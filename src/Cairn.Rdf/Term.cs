using System.Text;

namespace Cairn.Rdf;

/// <summary>What a <see cref="Term"/> is.</summary>
public enum TermKind
{
    /// <summary>An IRI.</summary>
    Iri,

    /// <summary>A blank node: its label means nothing outside its dataset.</summary>
    BlankNode,

    /// <summary>A literal: a text with a datatype, and a language for <see cref="Term.LangString"/>.</summary>
    Literal,
}

/// <summary>
/// A term of RDF 1.1 (W3C, 25 February 2014, section 3). Immutable; equal when kind and parts are equal, compared code unit by code unit.
/// Nothing is checked here: the readers check what comes from outside.
/// </summary>
public sealed class Term : IEquatable<Term>
{
    /// <summary>Datatype of a literal without another one.</summary>
    public const string XsdString = "http://www.w3.org/2001/XMLSchema#string";

    /// <summary>Datatype of every literal that has a language.</summary>
    public const string LangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

    private byte[]? _nQuads;

    private Term(TermKind kind, string value, string? datatype, string? language)
    {
        Kind = kind;
        Value = value;
        Datatype = datatype;
        Language = language;
    }

    /// <summary>What the term is.</summary>
    public TermKind Kind { get; }

    /// <summary>The IRI; the label without <c>_:</c>; the lexical form.</summary>
    public string Value { get; }

    /// <summary>IRI of a literal's datatype; null for other kinds.</summary>
    public string? Datatype { get; }

    /// <summary>Language tag of a literal (BCP 47), as written; null without one.</summary>
    public string? Language { get; }

    /// <summary>True for a blank node.</summary>
    public bool IsBlankNode => Kind == TermKind.BlankNode;

    /// <summary>The term as canonical N-Quads writes it, in UTF-8. Kept, because terms of a vocabulary are written again and again.</summary>
    internal byte[] NQuads => _nQuads ??= NQuadsText.Write(this);

    /// <param name="iri">An absolute IRI, or what a generalized dataset has in its place.</param>
    public static Term Iri(string iri) => new(TermKind.Iri, iri, null, null);

    /// <param name="label">The label without <c>_:</c>.</param>
    public static Term BlankNode(string label) => new(TermKind.BlankNode, label, null, null);

    /// <param name="value">The lexical form.</param>
    /// <param name="datatype">IRI of the datatype; <see cref="XsdString"/> when null. Ignored with a language.</param>
    /// <param name="language">Language tag, or null.</param>
    public static Term Literal(string value, string? datatype = null, string? language = null) =>
        new(TermKind.Literal, value, language is null ? datatype ?? XsdString : LangString, language);

    /// <inheritdoc/>
    public bool Equals(Term? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Value == other.Value && Datatype == other.Datatype && Language == other.Language);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Value, Datatype, Language);

    /// <summary>As N-Quads writes it.</summary>
    public override string ToString() => Encoding.UTF8.GetString(NQuads);
}
