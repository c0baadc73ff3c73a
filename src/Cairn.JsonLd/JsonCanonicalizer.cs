using System.Text;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd;

/// <summary>JSON Canonicalization Scheme (RFC 8785, June 2020).</summary>
public static class JsonCanonicalizer
{
    /// <summary>The canonical form of a document, in UTF-8.</summary>
    /// <param name="document">The document: I-JSON (RFC 7493).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is beyond an IEEE 754 double.</exception>
    public static byte[] Canonicalize(JsonLdDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Encoding.UTF8.GetBytes(Jcs.Canonicalize(document.Root));
    }

    /// <summary>A number as ECMAScript writes it (RFC 8785, section 3.2.2.3).</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static string Number(double value) => Jcs.Number(value);
}
