using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.LinkedData;

/// <summary>Issuing and verifying whole credentials: from text to text, and from text to a report.</summary>
internal sealed class CredentialWorks
{
    private readonly byte[] _unsigned;
    private readonly byte[] _signed;
    private readonly SigningKey _key = SigningKey.Generate();
    private readonly SigningOptions _dated = new() { Created = "2026-06-01T00:00:00Z" };
    private readonly VerificationOptions _then = new() { At = new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero) };

    /// <param name="utf8">A credential; its issuer becomes who controls the key.</param>
    public CredentialWorks(byte[] utf8)
    {
        var json = JsonNode.Parse(utf8)!.AsObject();
        json["issuer"]!["id"] = _key.Controller;
        _unsigned = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
        _signed = Issue().Utf8.ToArray();
        if (Verify().Checks.FirstOrDefault(check => check.Outcome == CheckOutcome.Failed) is { } wrong)
            throw new InvalidOperationException($"The sample does not verify: {wrong.Check}: {wrong.Reason}");
    }

    public int SignedLength => _signed.Length;

    public SignedCredential Issue() => CredentialSigner.Sign(_unsigned, _key, _dated);

    public VerificationReport Verify() => CredentialVerifier.Verify(_signed, _then);
}
