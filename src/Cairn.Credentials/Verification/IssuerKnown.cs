namespace Cairn.Credentials;

/// <summary>
/// What more than a key speaks for the issuer of a credential. It is no check and never changes a verdict: whoever controls a domain or is in a register may
/// still be no good issuer. The library tells a domain; registers and lists are known to whoever uses it.
/// </summary>
public enum IssuerKnown
{
    /// <summary>Nothing does: anyone can make a key and give it any name. So also while it is not proved whose the credential is.</summary>
    Unknown,

    /// <summary>The document at the issuer's own domain lists the key: did:web, or an https address.</summary>
    Domain,

    /// <summary>A register lists the issuer.</summary>
    Register,

    /// <summary>A list of whoever asks has the issuer.</summary>
    List,
}
