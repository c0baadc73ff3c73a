namespace Cairn.Credentials;

/// <summary>The names of the checks in reports, in the order in which they are made.</summary>
public static class CheckNames
{
    /// <summary>It has the form of a credential or presentation.</summary>
    public const string Structure = "structure";

    /// <summary>Every context is known, and every word means what its issuer signed.</summary>
    public const string Context = "context";

    /// <summary>Every proof is a signature over this very document.</summary>
    public const string Proof = "proof";

    /// <summary>The issuer controls every key it was signed with.</summary>
    public const string Issuer = "issuer";

    /// <summary>The moment asked about lies within its dates.</summary>
    public const string ValidityPeriod = "validityPeriod";

    /// <summary>Its issuer has not taken it back.</summary>
    public const string Status = "status";

    /// <summary>What it points at with a digest is unchanged.</summary>
    public const string RelatedResource = "relatedResource";

    /// <summary>It keeps to the schemas it names.</summary>
    public const string Schema = "schema";

    /// <summary>The credentials inside are valid.</summary>
    public const string Nested = "nested";

    /// <summary>It is about whom the caller expects; only when one was named.</summary>
    public const string Holder = "holder";
}
