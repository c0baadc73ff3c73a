using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Tests.DataIntegrity;
using Cairn.JsonLd;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Fuzzing;

/// <summary>
/// Changes of every kind to credentials whose signatures are right: no changed text verifies, unless the change is none to the specifications, and then
/// the test says which. CAIRN_TEST_LENGTH=long tries many more.
/// </summary>
public sealed class ChangedBytesTests
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("CAIRN_TEST_LENGTH") == "long" ? 20_000 : 400;

    public static TheoryData<string> Samples { get; } = ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019", "ecdsa-sd-2023"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_changed_byte_verifies_unless_the_specification_sees_no_change(string suite)
    {
        var signed = Sample(suite);
        Verdict(signed).ShouldBe(Credentials.Verdict.Valid);
        var random = new Random(suite.Length * 7919);
        for (var i = 0; i < Changes; i++)
        {
            var changed = Change(signed, random);
            if (Verdict(changed) == Credentials.Verdict.Valid && WhyItIsNoChange(signed, changed, suite) is null)
                Assert.Fail($"Change {i} of {suite} verifies:{Environment.NewLine}{Encoding.UTF8.GetString(changed)}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_member_that_is_dropped_or_put_into_another_place_verifies(string suite)
    {
        var signed = Sample(suite);
        foreach (var changed in Members(JsonNode.Parse(signed)!.AsObject()))
        {
            if (Verdict(changed) == Credentials.Verdict.Valid && WhyItIsNoChange(signed, changed, suite) is null)
                Assert.Fail($"A change of {suite} verifies:{Environment.NewLine}{Encoding.UTF8.GetString(changed)}");
        }
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", "{\"@context\"", "{ \"@context\"", "the same JSON: white space, escapes, digits, the order of members")]
    [InlineData("eddsa-jcs-2022", "School", "\\u0053chool", "the same JSON: white space, escapes, digits, the order of members")]
    [InlineData("eddsa-rdfc-2022", "\"Assembly\"", "[\"Assembly\"]", "the same statements")]
    [InlineData("eddsa-rdfc-2022", "\"criteria\"", "\"Criteria\"", "the same statements")]
    public void A_change_that_is_none_verifies_still(string suite, string from, string to, string why)
    {
        var signed = Encoding.UTF8.GetString(Sample(suite));
        var changed = Encoding.UTF8.GetBytes(signed.Replace(from, to, StringComparison.Ordinal));

        Encoding.UTF8.GetString(changed).ShouldNotBe(signed);
        (Verdict(changed), WhyItIsNoChange(Encoding.UTF8.GetBytes(signed), changed, suite)).ShouldBe((Credentials.Verdict.Valid, why));
    }

    /// <summary>Why nothing that is signed changed; null when something did.</summary>
    private static string? WhyItIsNoChange(byte[] before, byte[] after, string suite)
    {
        var (old, changed) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        // RFC 8785 writes numbers and characters in one way and sorts members: what is left is JSON-equal.
        if (Jcs(old) == Jcs(changed))
            return "the same JSON: white space, escapes, digits, the order of members";
        // Only what a proof says is signed of it; a proof of one in an array is the same proof.
        var (oldProofs, proofs) = (old.Items("proof").ToList(), changed.Items("proof").ToList());
        if (oldProofs.Count != proofs.Count || oldProofs.Count != 1)
            return null;
        if (suite.Contains("jcs", StringComparison.Ordinal))
        {
            // The proof has the contexts it was made with; further ones after them are allowed, and not signed (section 3.3.2, step 4).
            old["@context"] = proofs[0]!["@context"]?.DeepClone();
            changed["@context"] = proofs[0]!["@context"]?.DeepClone();
            (old["proof"], changed["proof"]) = (oldProofs[0]!.DeepClone(), proofs[0]!.DeepClone());
            return Jcs(old) == Jcs(changed) ? "contexts behind those of the proof" : null;
        }

        // To linked data an array is a set, a value alone is an array of it, and id and @value say in more words what a text says.
        return Reading(old).SetEquals(Reading(changed)) ? "the same statements" : null;
    }

    private static string Jcs(JsonNode node) => Encoding.UTF8.GetString(JsonCanonicalizer.Canonicalize(JsonLdDocument.From(node)));

    /// <summary>Each value with the names above it: worked out without the library, so that nothing of it can hide a change.</summary>
    private static HashSet<string> Reading(JsonNode? node)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        void Read(JsonNode? at, string path)
        {
            switch (at)
            {
                case JsonArray list:
                    foreach (var item in list)
                        Read(item, path);
                    break;
                case JsonObject { Count: 1 } only when only.Single().Key is "id" or "@id" or "@value":
                    Read(only.Single().Value, path);
                    break;
                case JsonObject map:
                    foreach (var (name, value) in map)
                        // The context of Open Badges 3.0 has one IRI for the member criteria and the type Criteria.
                        Read(value, $"{path}/{(name == "Criteria" ? "criteria" : name.TrimStart('@'))}");
                    break;
                default:
                    values.Add($"{path} {(at is null ? "null" : Jcs(at))}");
                    break;
            }
        }

        Read(node, "");
        return values;
    }

    private static Verdict Verdict(byte[] text)
    {
        try
        {
            return CredentialVerifier.Verify(text, new VerificationOptions { At = Signed.Now, ProofOnly = true }).Verdict;
        }
        catch (CredentialException)
        {
            return Credentials.Verdict.Invalid;
        }
    }

    private static byte[] Change(byte[] text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(6))
        {
            case 0:
                byte[] flipped = [.. text];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. text[..at], .. text[(at + 1)..]];
            case 2:
                return [.. text[..at], (byte)random.Next(32, 127), .. text[at..]];
            case 3:
                byte[] swapped = [.. text];
                var other = random.Next(text.Length);
                (swapped[at], swapped[other]) = (swapped[other], swapped[at]);
                return swapped;
            case 4:
                byte[] replaced = [.. text];
                replaced[at] = (byte)"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"[random.Next(64)];
                return replaced;
            default:
                var end = Math.Min(text.Length, at + random.Next(1, 40));
                return [.. text[..end], .. text[at..]];
        }
    }

    /// <summary>The document with each of its members, at any depth, dropped, doubled under another name, emptied, put into an array or turned.</summary>
    private static IEnumerable<byte[]> Members(JsonObject signed)
    {
        foreach (var path in Paths(signed, []).ToList())
        {
            Func<JsonNode?, JsonNode?>[] changes =
            [
                value => new JsonArray(value?.DeepClone(), value?.DeepClone()),
                value => new JsonArray(value?.DeepClone()),
                value => new JsonObject { ["@value"] = value?.DeepClone() },
                value => new JsonObject { ["id"] = value?.DeepClone() },
                _ => null,
                _ => new JsonArray(),
                _ => new JsonObject(),
                _ => "",
                value => value is JsonArray list ? new JsonArray([.. list.Reverse().Select(item => item?.DeepClone())]) : value?.ToJsonString(),
            ];
            foreach (var change in changes)
            {
                var copy = signed.DeepClone();
                Put(copy, path, change);
                yield return Encoding.UTF8.GetBytes(copy.ToJsonString());
            }

            foreach (var name in new[] { null, "@id", "@type", "__proto__", "name", "proof" })
            {
                var copy = signed.DeepClone();
                if (Rename(copy, path, name))
                    yield return Encoding.UTF8.GetBytes(copy.ToJsonString());
            }
        }
    }

    private static IEnumerable<string[]> Paths(JsonNode? node, string[] at) => node switch
    {
        JsonObject map => map.SelectMany(member => Paths(member.Value, [.. at, member.Key]).Prepend([.. at, member.Key])),
        JsonArray list => list.SelectMany((item, i) => Paths(item, [.. at, i.ToString(CultureInfo.InvariantCulture)]).Prepend([.. at, i.ToString(CultureInfo.InvariantCulture)])),
        _ => [],
    };

    private static JsonNode Parent(JsonNode root, string[] path) =>
        path[..^1].Aggregate(root, (at, step) => (at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : at[step])!);

    private static void Put(JsonNode root, string[] path, Func<JsonNode?, JsonNode?> change)
    {
        var parent = Parent(root, path);
        if (parent is JsonArray list)
            list[int.Parse(path[^1], CultureInfo.InvariantCulture)] = change(list[int.Parse(path[^1], CultureInfo.InvariantCulture)]);
        else
            parent[path[^1]] = change(parent[path[^1]]);
    }

    private static bool Rename(JsonNode root, string[] path, string? name)
    {
        if (Parent(root, path) is not JsonObject map || path[^1] == name)
            return false;
        var value = map[path[^1]]?.DeepClone();
        map.Remove(path[^1]);
        if (name is not null)
            map[name] = value;
        return true;
    }

    private static byte[] Sample(string suite)
    {
        using var key = suite.StartsWith("eddsa", StringComparison.Ordinal) ? TestKeys.Ed25519() : TestKeys.P256();
        var signed = CredentialSigner.Sign(JsonNode.Parse($$"""
            {
              "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
              "id": "https://school.example/credentials/1",
              "type": ["VerifiableCredential", "OpenBadgeCredential"],
              "name": "Añá and the stones 😀",
              "issuer": { "id": "{{key.Controller}}", "type": ["Profile"], "name": "School" },
              "validFrom": "2026-01-01T00:00:00Z",
              "credentialSubject": {
                "type": ["AchievementSubject"],
                "creditsEarned": 1.5,
                "achievement": { "id": "https://school.example/achievements/1", "type": ["Achievement"], "name": "Stones", "achievementType": "Assembly", "description": "Knows stones.", "criteria": { "narrative": "Look." } }
              }
            }
            """)!.AsObject(), key, new SigningOptions { Cryptosuite = suite, Created = "2026-01-01T00:00:00Z", MandatoryPointers = suite == "ecdsa-sd-2023" ? ["/issuer"] : [] });
        var shown = suite == "ecdsa-sd-2023" ? CredentialDeriver.Derive(signed, ["/credentialSubject", "/name"]) : signed;
        return Encoding.UTF8.GetBytes(shown.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
