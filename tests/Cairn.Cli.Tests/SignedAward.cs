using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli.Tests;

/// <summary>An award, its key and its status list, made by the library, for the command line to look at.</summary>
internal sealed class SignedAward : IDisposable
{
    internal const string ListUrl = "https://issuer.example/status/1";

    private readonly SigningKey _key = SigningKey.Generate();

    internal string Did => _key.Controller;

    internal string KeyText => _key.ToJsonWithSecret().ToJsonString();

    internal JsonObject Award(bool withStatus = false, string validUntil = "2099-12-31T00:00:00Z")
    {
        var award = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ["id"] = "urn:uuid:5a1f9c1e-1111-4222-8333-444455556666",
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = "Añá 😀",
            ["issuer"] = new JsonObject { ["id"] = _key.Controller, ["type"] = new JsonArray("Profile"), ["name"] = "Northgate" },
            ["validFrom"] = "2026-01-01T00:00:00Z",
            ["validUntil"] = validUntil,
            ["credentialSubject"] = new JsonObject { ["id"] = "did:example:ana", ["type"] = new JsonArray("AchievementSubject") },
        };
        if (withStatus)
        {
            award["credentialStatus"] = new JsonObject
            {
                ["id"] = ListUrl + "#7",
                ["type"] = "BitstringStatusListEntry",
                ["statusPurpose"] = "revocation",
                ["statusListIndex"] = "7",
                ["statusListCredential"] = ListUrl,
            };
        }

        return CredentialSigner.Sign(award, _key, new SigningOptions { Created = "2026-01-01T00:00:00Z" });
    }

    internal JsonObject List(bool revoked)
    {
        var list = StatusList.Create();
        list.Set(7, revoked ? 1 : 0);
        return CredentialSigner.Sign(list.ToCredential(ListUrl, _key.Controller, "revocation", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), _key);
    }

    public void Dispose() => _key.Dispose();
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("cairn-").FullName;

    internal string Write(string name, string text)
    {
        string file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
