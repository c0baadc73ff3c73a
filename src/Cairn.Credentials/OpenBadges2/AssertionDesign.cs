namespace Cairn.Credentials.OpenBadges2;

/// <summary>How an assertion is vouched for: Open Badges 2.0 (1EdTech, Final Release of 12 April 2018, section "Verification") has two designs.</summary>
internal abstract class AssertionDesign
{
    /// <summary>Whether it is what its issuer made.</summary>
    public abstract CheckResult Proof();

    /// <summary>Whether who vouches for it is the issuer that it names.</summary>
    public abstract CheckResult Issuer();

    /// <summary>Whether it was taken back; that it does not say so itself was seen.</summary>
    public abstract CheckResult Status();
}
