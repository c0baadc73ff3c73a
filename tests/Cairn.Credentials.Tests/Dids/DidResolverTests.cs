using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Dids;

/// <summary>What becomes of a DID that is resolved: its document, or which error.</summary>
public sealed class DidResolverTests
{
    private const string Key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    [Theory]
    [InlineData("", DidResolver.InvalidDid)]
    [InlineData("did", DidResolver.InvalidDid)]
    [InlineData("did:key", DidResolver.InvalidDid)]
    [InlineData("did:key:", DidResolver.InvalidDid)]
    [InlineData("did:KEY:z6Mk", DidResolver.InvalidDid)]
    [InlineData("did:key:zNonsense", DidResolver.InvalidDid)]
    [InlineData("did:key:z6Mk", DidResolver.InvalidDid)]
    [InlineData("did:key:z 6Mk", DidResolver.InvalidDid)]
    [InlineData("did:jwk:e30", DidResolver.InvalidDid)]
    [InlineData("did:web:a/b", DidResolver.InvalidDid)]
    [InlineData("did:web:..:b", DidResolver.InvalidDid)]
    [InlineData("did:web:a%2Fb", DidResolver.InvalidDid)]
    [InlineData("did:web:user%40host", DidResolver.InvalidDid)]
    [InlineData("https://issuer.example", DidResolver.InvalidDid)]
    [InlineData("did:example:123", DidResolver.MethodNotSupported)]
    [InlineData("did:web:issuer.example", DidResolver.NotFound)]
    [InlineData("did:key:" + Key + "#other", DidResolver.NotFound)]
    public void What_does_not_resolve_has_its_error(string did, string error)
    {
        var resolution = DidResolver.Resolve(did);

        resolution.ShouldSatisfyAllConditions(r => r.Document.ShouldBeNull(), r => r.Error.ShouldBe(error), r => r.Reason.ShouldNotBeNullOrEmpty());
    }

    /// <summary>Seven million parts took three seconds.</summary>
    [Fact]
    public void An_identifier_without_end_is_invalid() =>
        DidResolver.Resolve("did:web:" + string.Concat(Enumerable.Repeat("a:", 10_000)) + "a").Error.ShouldBe(DidResolver.InvalidDid);

    [Fact]
    public void A_document_of_another_is_refused() =>
        DidResolver.Resolve("did:web:issuer.example", new MemoryLoader(("https://issuer.example/.well-known/did.json", """{"id":"did:web:other.example"}"""))).Error.ShouldBe(DidResolver.InvalidDidDocument);

    [Theory]
    [InlineData("did:key:" + Key)]
    [InlineData("did%3Akey%3A" + Key)]
    public void A_did_key_resolves_without_asking_anybody(string did)
    {
        var document = DidResolver.Resolve(did).Document!;

        document["id"]!.GetValue<string>().ShouldBe("did:key:" + Key);
        document["verificationMethod"]![0]!["id"]!.GetValue<string>().ShouldBe($"did:key:{Key}#{Key}");
        document["verificationMethod"]![0]!["publicKeyMultibase"]!.GetValue<string>().ShouldBe(Key);
        document["assertionMethod"]!.AsArray().Single()!.GetValue<string>().ShouldBe($"did:key:{Key}#{Key}");
    }

    [Fact]
    public void A_DID_URL_with_a_fragment_is_the_method_it_names()
    {
        var method = DidResolver.Resolve($"did:key:{Key}#{Key}").Document!;

        (method["type"]!.GetValue<string>(), method["controller"]!.GetValue<string>()).ShouldBe(("Multikey", "did:key:" + Key));
    }

    [Fact]
    public void A_did_jwk_resolves_to_its_key()
    {
        var did = "did:jwk:" + Multibase.EncodeBase64Url(System.Text.Encoding.UTF8.GetBytes(Award.Key.PublicKey.ToJwk().ToJsonString()))[1..];

        DidResolver.Resolve(did).Document!["verificationMethod"]![0]!["publicKeyJwk"]!["x"]!.GetValue<string>().ShouldBe(Award.Key.PublicKey.ToJwk()["x"]!.GetValue<string>());
    }

    [Fact]
    public void A_did_web_resolves_to_the_document_as_it_stands()
    {
        const string text = """{"id":"did:web:issuer.example:org","service":[{"id":"#a","type":"Files"}]}""";

        JsonNode.DeepEquals(DidResolver.Resolve("did:web:issuer.example:org", new MemoryLoader(("https://issuer.example/org/did.json", text))).Document, JsonNode.Parse(text)).ShouldBeTrue();
    }
}
