using System.Text;
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
        _unsigned = Encoding.UTF8.GetBytes(json.ToJsonString());
        _signed = Issue().Utf8.ToArray();
        if (Verify().Checks.FirstOrDefault(check => check.Outcome == CheckOutcome.Failed) is { } wrong)
            throw new InvalidOperationException($"The sample does not verify: {wrong.Check}: {wrong.Reason}");
    }

    public int SignedLength => _signed.Length;

    public SignedCredential Issue() => CredentialSigner.Sign(_unsigned, _key, _dated);

    /// <summary>Badges that differ, signed by one key, and a list that says of none that it is revoked, with the index by which the command line finds it.</summary>
    public static void WriteFiles(string folder, int count)
    {
        using var key = SigningKey.Generate();
        var documents = Directory.CreateDirectory(Path.Combine(folder, "documents")).FullName;
        var dated = new SigningOptions { Created = "2026-06-01T00:00:00Z" };
        for (var number = 0; number < count; number++)
        {
            var badge = Samples.Badge(number);
            badge["issuer"]!["id"] = key.Controller;
            File.WriteAllBytes(Path.Combine(folder, $"{number:D5}.json"), CredentialSigner.Sign(Encoding.UTF8.GetBytes(badge.ToJsonString()), key, dated).Utf8.Span);
        }

        var list = StatusList.Create().ToCredential(Samples.StatusList, key.Controller, "revocation", new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Path.Combine(documents, "list.json"), CredentialSigner.Sign(list, key, dated).ToJsonString());
        File.WriteAllText(Path.Combine(documents, "index.json"), new JsonObject { [Samples.StatusList] = "list.json" }.ToJsonString());
    }

    public VerificationReport Verify() => CredentialVerifier.Verify(_signed, _then);
}
