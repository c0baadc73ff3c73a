using System.Text.Json.Nodes;

namespace Cairn.LinkedData;

/// <summary>Documents that the bench and its peers process alike. All people, issuers and figures are made up.</summary>
internal static class Samples
{
    public const string StatusList = "https://harbor.example/status/3";

    private const string Issuer = "https://harbor.example/issuers/1";

    /// <summary>An Open Badges 3.0 credential as issuers fill it: results, alignments, evidence, about 6 kB and 141 quads.</summary>
    public static JsonObject Badge(int number = 0) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"),
        ["id"] = $"https://harbor.example/credentials/{number}",
        ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
        ["name"] = "Data analysis with spreadsheets",
        ["description"] = "The holder can clean, join and chart the data of a small organisation and explain what the charts do not show.",
        ["issuer"] = Profile(),
        ["validFrom"] = "2026-06-01T00:00:00Z",
        ["validUntil"] = "2029-06-01T00:00:00Z",
        ["awardedDate"] = "2026-05-28T00:00:00Z",
        ["credentialSubject"] = Subject(number),
        ["evidence"] = new JsonArray(Evidence(number, 1), Evidence(number, 2)),
        ["credentialStatus"] = new JsonObject
        {
            ["id"] = $"{StatusList}#{number}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = $"{94567 + number}",
            ["statusListCredential"] = StatusList,
        },
        ["credentialSchema"] = new JsonArray(new JsonObject
        {
            ["id"] = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
            ["type"] = "1EdTechJsonSchemaValidator2019",
        }),
    };

    /// <summary>A learner record (CLR 2.0) with so many credentials inside.</summary>
    public static JsonObject Record(int achievements)
    {
        var inside = new JsonArray();
        for (var i = 0; i < achievements; i++)
            inside.Add(Badge(i + 1));
        return new JsonObject
        {
            ["@context"] = new JsonArray(
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"),
            ["id"] = "https://harbor.example/records/1",
            ["type"] = new JsonArray("VerifiableCredential", "ClrCredential"),
            ["name"] = "Learner record",
            ["issuer"] = Profile(),
            ["validFrom"] = "2026-06-02T00:00:00Z",
            ["credentialSubject"] = new JsonObject { ["id"] = "did:example:learner1", ["type"] = new JsonArray("ClrSubject"), ["verifiableCredential"] = inside },
        };
    }

    private static JsonObject Profile() => new()
    {
        ["id"] = Issuer,
        ["type"] = new JsonArray("Profile"),
        ["name"] = "Harbor State University",
        ["url"] = "https://harbor.example",
        ["phone"] = "+1 222 333 4444",
        ["description"] = "A public university that does not exist.",
        ["email"] = "registrar@harbor.example",
        ["address"] = new JsonObject
        {
            ["type"] = new JsonArray("Address"), ["addressCountry"] = "US", ["addressCountryCode"] = "US", ["addressRegion"] = "TX", ["addressLocality"] = "Harbor", ["streetAddress"] = "1 First Street", ["postalCode"] = "12345",
            ["geo"] = new JsonObject { ["type"] = "GeoCoordinates", ["latitude"] = 29.3, ["longitude"] = -94.8 },
        },
        ["image"] = new JsonObject { ["id"] = $"{Issuer}/image", ["type"] = "Image", ["caption"] = "The seal of the university" },
        ["otherIdentifier"] = new JsonArray(new JsonObject { ["type"] = "IdentifierEntry", ["identifier"] = "12345", ["identifierType"] = "sourcedId" }),
        ["official"] = "Ada Registrar",
    };

    private static JsonObject Subject(int number) => new()
    {
        ["id"] = $"did:example:learner{number}",
        ["type"] = new JsonArray("AchievementSubject"),
        ["activityStartDate"] = "2026-01-10T00:00:00Z",
        ["activityEndDate"] = "2026-05-20T00:00:00Z",
        ["creditsEarned"] = 3,
        ["licenseNumber"] = $"A-{9320041 + number}",
        ["role"] = "Learner",
        ["term"] = "Spring 2026",
        ["identifier"] = new JsonArray(new JsonObject
        {
            ["type"] = "IdentityObject", ["identityHash"] = "sha256$5b5c6a0a3f1d5ee0f8c1a0b8a8f2d8a4f2f1bb4e2d3c7a9b6a5d4c3b2a190807", ["identityType"] = "emailAddress", ["hashed"] = true, ["salt"] = $"salt{number}",
        }),
        ["achievement"] = new JsonObject
        {
            ["id"] = $"https://harbor.example/achievements/{number}",
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = "Certificate",
            ["name"] = "Data analysis with spreadsheets",
            ["description"] = "A certificate of one term: tables, joins, charts and honest summaries.",
            ["criteria"] = new JsonObject { ["id"] = $"https://harbor.example/achievements/{number}/criteria", ["narrative"] = "Pass the examination with 70 of 100 and hand in a project that two people assessed." },
            ["creator"] = new JsonObject { ["id"] = Issuer, ["type"] = new JsonArray("Profile"), ["name"] = "Harbor State University" },
            ["creditsAvailable"] = 3,
            ["fieldOfStudy"] = "Data analysis",
            ["humanCode"] = "DA-101",
            ["inLanguage"] = "en-US",
            ["version"] = "2026.1",
            ["tag"] = new JsonArray("spreadsheets", "charts", "data"),
            ["image"] = new JsonObject { ["id"] = $"https://harbor.example/achievements/{number}/image", ["type"] = "Image", ["caption"] = "Three stones" },
            ["alignment"] = new JsonArray(Alignment("2.A.2.a", "Critical thinking"), Alignment("2.B.4.e", "Systems evaluation"), Alignment("4.A.2.a.4", "Analyzing data")),
            ["resultDescription"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = $"https://harbor.example/achievements/{number}/results/1", ["type"] = new JsonArray("ResultDescription"), ["name"] = "Examination", ["resultType"] = "Percent", ["requiredValue"] = "70", ["valueMin"] = "0", ["valueMax"] = "100",
                },
                new JsonObject
                {
                    ["id"] = $"https://harbor.example/achievements/{number}/results/2", ["type"] = new JsonArray("ResultDescription"), ["name"] = "Project", ["resultType"] = "RubricCriterionLevel",
                    ["rubricCriterionLevel"] = new JsonArray(
                        new JsonObject { ["id"] = $"https://harbor.example/achievements/{number}/levels/1", ["type"] = new JsonArray("RubricCriterionLevel"), ["name"] = "Working", ["level"] = "2", ["points"] = "2" },
                        new JsonObject { ["id"] = $"https://harbor.example/achievements/{number}/levels/2", ["type"] = new JsonArray("RubricCriterionLevel"), ["name"] = "Advanced", ["level"] = "3", ["points"] = "3" }),
                }),
        },
        ["result"] = new JsonArray(
            new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = $"https://harbor.example/achievements/{number}/results/1", ["value"] = "88" },
            new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = $"https://harbor.example/achievements/{number}/results/2", ["achievedLevel"] = $"https://harbor.example/achievements/{number}/levels/2" }),
    };

    private static JsonObject Alignment(string code, string name) => new()
    {
        ["type"] = new JsonArray("Alignment"), ["targetCode"] = code, ["targetName"] = name, ["targetFramework"] = "O*NET", ["targetType"] = "CFItem", ["targetUrl"] = $"https://www.onetonline.org/find/descriptor/result/{code}",
    };

    private static JsonObject Evidence(int number, int part) => new()
    {
        ["id"] = $"https://harbor.example/credentials/{number}/evidence/{part}", ["type"] = new JsonArray("Evidence"), ["name"] = $"Part {part}", ["narrative"] = "What was handed in, and what two assessors wrote about it.", ["genre"] = "Report",
    };
}
