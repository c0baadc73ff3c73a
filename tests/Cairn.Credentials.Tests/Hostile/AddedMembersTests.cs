using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Hostile;

/// <summary>What is added to, taken from or moved in a signed award.</summary>
public sealed class AddedMembersTests
{
    public static TheoryData<string, string> Added => new()
    {
        { "extra", "1" },
        { "__proto__", "{\"verified\":true}" },
        { "constructor", "{\"prototype\":{}}" },
        { "toString", "\"x\"" },
        { "@foo", "1" },
        { "@type", "\"urn:a:b\"" },
        { "@id", "\"urn:a:b\"" },
        { "@value", "\"x\"" },
        { "@list", "[]" },
        { "@set", "[]" },
        { "@language", "\"en\"" },
        { "@direction", "\"ltr\"" },
        { "@json", "{}" },
        { "@none", "\"x\"" },
        { "@base", "\"urn:a:\"" },
        { "@vocab", "\"urn:a:\"" },
        { "@version", "1.1" },
        { "@prefix", "true" },
        { "@propagate", "false" },
        { "@protected", "true" },
        { "", "1" },
        { " name", "\"x\"" },
        { "Name", "\"x\"" },
        { "name\u200b", "\"x\"" },
        { "https://schema.org/name", "\"x\"" },
        { "https://schema.org/extra", "null" },
        { "urn:a:b", "1" },
        { "evidence", "[{\"type\":[\"Evidence\"],\"id\":\"urn:a:b\"}]" },
        { "validUntil", "\"2099-01-01T00:00:00Z\"" },
        { "credentialStatus", "{\"type\":\"1EdTechRevocationList\",\"id\":\"urn:a:b\"}" },
    };

    [Theory]
    [MemberData(nameof(Added))]
    public void A_member_added_anywhere_is_never_valid(string name, string value)
    {
        foreach (var place in (string[])["", "issuer", "credentialSubject", "achievement", "criteria", "proof"])
        {
            var award = Award.Signed();
            var target = place switch
            {
                "" => award,
                "proof" => award["proof"]![0]!.AsObject(),
                "issuer" => award["issuer"]!.AsObject(),
                "credentialSubject" => award["credentialSubject"]!.AsObject(),
                "achievement" => award["credentialSubject"]!["achievement"]!.AsObject(),
                _ => award["credentialSubject"]!["achievement"]!["criteria"]!.AsObject(),
            };
            target[name] = JsonNode.Parse(value);

            Award.Verify(award).Verdict.ShouldNotBe(Verdict.Valid, $"{name} in {(place.Length == 0 ? "the award" : place)}");
        }
    }

    [Fact]
    public void No_member_can_be_dropped()
    {
        foreach (var place in Places(Award.Signed(), ""))
        {
            var award = Award.Signed();
            Remove(award, place);

            Award.Verify(award).Verdict.ShouldNotBe(Verdict.Valid, place);
        }
    }

    [Theory]
    [InlineData("\"name\":\"Forklift Safety\"", "\"name\":\"Forklift Safety\",\"name\":\"Forklift Safety\"")]
    [InlineData("\"name\":\"Forklift Safety\"", "\"name\":\"Crane Signals\",\"name\":\"Forklift Safety\"")]
    [InlineData("\"name\":\"Forklift Safety\"", "\"name\":\"Forklift Safety\",\"n\\u0061me\":\"Crane Signals\"")]
    [InlineData("\"proofPurpose\":", "\"proofPurpose\":\"authentication\",\"proofPurpose\":")]
    public void A_doubled_member_is_invalid(string from, string to)
    {
        var text = Award.Signed().ToJsonString();

        Award.Verify(text.Replace(from, to, StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            report => report.Verdict.ShouldBe(Verdict.Invalid), report => report.Row("structure").Problem.ShouldBe(ProblemTypes.Parsing));
    }

    /// <summary>Linked data has no order of members, and sets have no order either: eddsa-rdfc-2022 signs what is said, not how it is laid out.</summary>
    [Fact]
    public void The_order_of_members_is_invisible_to_the_specification()
    {
        var award = Award.Signed();
        var turned = new JsonObject(award.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Award.Verify(turned).Verdict.ShouldBe(Verdict.Valid);
    }

    /// <summary>An empty array says nothing in linked data, and reads as nothing: no member of that name counts for less or more by it.</summary>
    [Fact]
    public void An_empty_array_is_invisible_to_the_specification()
    {
        var award = Award.Signed();
        award["evidence"] = new JsonArray();

        Award.Verify(award).Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);
    }

    private static IEnumerable<string> Places(JsonNode? node, string at) => node switch
    {
        JsonObject json => json.SelectMany(member => Places(member.Value, $"{at}/{member.Key}").Prepend($"{at}/{member.Key}")),
        JsonArray array => array.SelectMany((item, i) => Places(item, $"{at}/{i}").Prepend($"{at}/{i}")),
        _ => [],
    };

    private static void Remove(JsonObject award, string place)
    {
        var steps = place[1..].Split('/');
        JsonNode node = award;
        foreach (var step in steps[..^1])
            node = node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        if (node is JsonArray items)
            items.RemoveAt(int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture));
        else
            ((JsonObject)node).Remove(steps[^1]);
    }

    /// <summary>The same statement under the IRI that the name stands for: the signature holds, and an expired award must not be valid by it.</summary>
    [Theory]
    [InlineData("validUntil")]
    [InlineData("credentialStatus")]
    public void A_member_under_the_IRI_of_its_name_hides_nothing(string member)
    {
        var award = Award.Signed(award => award["credentialStatus"] = StatusList.EntryOf("https://issuer.example/status/1", 7, "revocation"));
        var value = award[member]!.DeepClone();
        award.Remove(member);
        award["https://www.w3.org/2018/credentials#" + member] = member == "validUntil" ? new JsonObject { ["@type"] = "http://www.w3.org/2001/XMLSchema#dateTime", ["@value"] = value } : value;

        var report = Award.Verify(award);

        report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);
        report.Row("context").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.Failed), row => row.Reason!.ShouldContain(member));
    }

    [Fact]
    public void A_credential_inside_is_found_under_the_other_spelling_of_type_too()
    {
        var inside = Award.Sign(Award.New());
        inside["validUntil"]!.ReplaceWith("2026-12-30T00:00:00Z");
        var type = inside["type"]!.DeepClone();
        inside.Remove("type");
        inside["@type"] = type;

        Award.Verify(Award.Signed(award => award["credentialSubject"]!["achievement"]!["endorsement"] = new JsonArray(inside))).Row("nested").Outcome.ShouldBe(CheckOutcome.Failed);
    }
}
