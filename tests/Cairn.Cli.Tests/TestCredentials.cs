using System.Text.Json.Nodes;

namespace Cairn.Cli.Tests;

/// <summary>Keys and credentials of made-up people. The keys sign nothing but tests.</summary>
internal static class TestCredentials
{
    internal const string Did = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    internal const string Key = """{"type":"Multikey","secretKeyMultibase":"z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"}""";

    internal const string P256Did = "did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";

    internal const string P256Key = """{"type":"Multikey","secretKeyMultibase":"z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN"}""";

    internal static string Credential(string issuer = Did) =>
        $$"""{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","type":["VerifiableCredential"],"issuer":"{{issuer}}","validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"name":"Añá","points":1.50} }""";

    internal static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
