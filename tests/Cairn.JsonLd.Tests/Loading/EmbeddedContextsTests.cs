using System.Security.Cryptography;
using System.Text.Json;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Loading;

public sealed class EmbeddedContextsTests
{
    public static TheoryData<string> Urls() => [.. EmbeddedContexts.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("https://credreg.net/ctdl/schema/context/json")]
    [InlineData("https://schema.org/")]
    [InlineData("https://schema.org")]
    [InlineData("https://imsglobal.github.io/openbadges-specification/ob_v3p0.html")]
    [InlineData("http://www.w3.org/ns/credentials/v2")]
    [InlineData("https://www.w3.org/ns/credentials/v2#")]
    [InlineData("")]
    public void What_is_not_among_them_is_not_known(string url) => EmbeddedContexts.Loader.Load(url).ShouldBeNull();

    [Fact]
    public void A_document_that_names_an_unknown_context_is_refused_with_its_address()
    {
        var refusal = Should.Throw<JsonLdException>(() => JsonLdProcessor.Expand(JsonLdDocument.Parse("""{"@context":["https://www.w3.org/ns/credentials/v2","https://schema.org/"],"name":"x"}""")));

        (refusal.Code, refusal.Pointer).ShouldBe((JsonLdErrorCode.LoadingRemoteContextFailed, "/@context"));
        refusal.Found.ShouldBe("the context https://schema.org/, which is not known here; nothing is fetched from the network");
    }

    [Fact]
    public void A_document_that_is_not_known_cannot_be_loaded() =>
        Should.Throw<JsonLdException>(() => JsonLdDocument.Load("https://schema.org/", JsonLdOptions.Default)).Code.ShouldBe(JsonLdErrorCode.LoadingDocumentFailed);

    [Theory]
    [MemberData(nameof(Urls))]
    public void Its_bytes_have_the_digest_that_is_written_down(string url)
    {
        var context = EmbeddedContexts.All[url];

        Convert.ToHexStringLower(SHA256.HashData(context.Read().Span)).ShouldBe(context.Sha256);
    }

    [Theory]
    [MemberData(nameof(Urls))]
    public void It_is_a_context_that_loses_nothing(string url)
    {
        var options = new JsonLdOptions { Safe = true };

        var expanded = JsonLdProcessor.Expand(JsonLdDocument.Parse($$"""{"@context":"{{url}}","@id":"urn:x:1","https://a.example/p":"x"}"""), options);

        expanded.ToJsonString().ShouldContain("https://a.example/p");
        JsonLdProcessor.Compact(JsonLdDocument.From(expanded), JsonLdDocument.Parse($$"""{"@context":"{{url}}"}"""), options)["@context"]!.GetValue<string>().ShouldBe(url);
    }

    [Fact]
    public void The_digests_are_those_of_the_collection_they_come_from()
    {
        var index = Path.Combine(Repository.Root, "..", "shared", "contexts", "index.json");
        if (!File.Exists(index))
            Assert.Skip("The collection (../shared/contexts beside the checkout) is not on this machine.");

        using var collection = JsonDocument.Parse(File.ReadAllText(index));
        var expected = collection.RootElement.EnumerateArray().Where(entry => !entry.GetProperty("url").GetString()!.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(entry => entry.GetProperty("url").GetString()!, entry => entry.GetProperty("sha256").GetString()!);

        EmbeddedContexts.All.ToDictionary(context => context.Key, context => context.Value.Sha256).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_digest_of_the_credentials_context_is_the_published_one() =>
        EmbeddedContexts.All["https://www.w3.org/ns/credentials/v2"].Sha256.ShouldBe("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734");
}
