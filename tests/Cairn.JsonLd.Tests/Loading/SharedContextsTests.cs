using System.Collections.Concurrent;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Loading;

/// <summary>Contexts are made once and shared by all threads: what comes out does not depend on who was first.</summary>
public sealed class SharedContextsTests
{
    [Fact]
    public void Many_threads_give_what_one_gives()
    {
        string[] contexts =
        [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            "https://www.w3.org/ns/credentials/examples/v2", "https://www.w3.org/ns/odrl.jsonld", "https://w3id.org/openbadges/v2", "https://w3id.org/security/v2",
        ];
        var documents = Enumerable.Range(0, 400).Select(i =>
        {
            var random = new Random(i);
            random.Shuffle(contexts);
            var named = string.Join(',', contexts.Take(random.Next(1, 5)).Select(url => $"\"{url}\""));
            return JsonLdDocument.Parse($$$"""
                {"@context":[{{{named}}}],"id":"urn:x:{{{i}}}","type":["VerifiableCredential","OpenBadgeCredential"],"name":"n{{{i}}}",
                 "credentialSubject":{"type":["AchievementSubject"],"achievement":{"id":"urn:a:1","type":["Achievement"],"name":"a","criteria":{"narrative":"c"} } } }
                """);
        }).ToArray();
        // The threads first: they find nothing made.
        var together = new ConcurrentDictionary<int, string>();
        Parallel.For(0, documents.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Result(documents[i]));

        for (var i = 0; i < documents.Length; i++)
            Result(documents[i]).ShouldBe(together[i]);
    }

    private static string Result(JsonLdDocument document)
    {
        try
        {
            return JsonLdProcessor.Expand(document).ToJsonString() + Cairn.Rdf.NQuads.Write(JsonLdProcessor.ToRdf(document))
                + JsonLdProcessor.Compact(document, JsonLdDocument.Parse("""{"@context":"https://www.w3.org/ns/credentials/v2"}""")).ToJsonString();
        }
        catch (JsonLdException refusal)
        {
            // Some contexts do not go together: their terms are protected.
            return refusal.Message;
        }
    }
}
