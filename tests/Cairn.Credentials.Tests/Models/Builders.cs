using System.Text.Json.Nodes;
using Cairn.Credentials.Models;

namespace Cairn.Credentials.Tests.Models;

/// <summary>The smallest and the largest of what can be built.</summary>
internal static class Builders
{
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Profile Issuer => new() { Id = Award.Key.Controller, Name = "Northgate Community College" };

    public static Achievement Smallest(string? narrative = "Passed the driving test.", string id = "https://issuer.example/achievements/forklift", string? type = null, string? language = null) =>
        new() { Id = id, Name = "Forklift Safety", Description = "Drives a forklift safely.", CriteriaNarrative = narrative, AchievementType = type, InLanguage = language };

    public static AchievementCredential Credential(Achievement? achievement = null, AchievementSubject? subject = null, DateTimeOffset? until = null, JsonObject? status = null, bool namesItsSchema = false) => new()
    {
        Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000001",
        Name = "Forklift Safety",
        Issuer = Issuer,
        ValidFrom = From,
        ValidUntil = until,
        CredentialStatus = status,
        NamesItsSchema = namesItsSchema,
        Subject = subject ?? new AchievementSubject { Id = "did:example:adaeze", Achievement = achievement ?? Smallest() },
    };

    public static EndorsementCredential Endorsement() => new()
    {
        Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000002",
        Name = "Endorsed",
        Issuer = Issuer,
        ValidFrom = From,
        SubjectId = "https://issuer.example/achievements/forklift",
        Comment = "We hire who has it.",
    };

    /// <summary>Everything that there is a word for.</summary>
    public static AchievementCredential Largest() => new()
    {
        Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000003",
        Name = "Añá 😀",
        Description = "An award.",
        Issuer = new Profile
        {
            Id = Award.Key.Controller,
            Name = "College",
            Url = "https://issuer.example/",
            Email = "badges@issuer.example",
            Description = "A college.",
            Image = new Image("https://issuer.example/logo.png"),
            OtherIdentifiers = [new IdentifierEntry("12345", "sourcedId")],
        },
        ValidFrom = From,
        ValidUntil = From.AddYears(3),
        AwardedDate = From,
        NamesItsSchema = true,
        CredentialStatus = new JsonObject { ["id"] = "https://issuer.example/status/1#7", ["type"] = "BitstringStatusListEntry", ["statusPurpose"] = "revocation", ["statusListIndex"] = "7", ["statusListCredential"] = "https://issuer.example/status/1" },
        Image = new Image("data:image/png;base64,AAAA", "A medal"),
        Endorsements = [Endorsement().ToJson()],
        Evidence = [new Evidence { Id = "https://issuer.example/evidence/1", Name = "Video", Description = "A drive.", Narrative = "*Well done.*", Genre = "Video", Audience = "Employers" }, new Evidence { Narrative = "Told." }],
        Subject = new AchievementSubject
        {
            Id = "did:example:adaeze",
            Identifiers = [IdentityObject.Hashed("a@example.com", "emailAddress", "Kosher"), IdentityObject.Plain("Adaeze Obi", "name")],
            Results =
            [
                new Result { ResultDescription = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000a", Value = "93" },
                new Result { ResultDescription = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000b", AchievedLevel = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000c", Status = "Completed", Alignments = [Skill()] },
            ],
            ActivityStartDate = From.AddDays(-30),
            ActivityEndDate = From,
            CreditsEarned = 1.5,
            LicenseNumber = "L-1",
            Narrative = "In one go.",
            Role = "Driver",
            Term = "Spring",
            Source = new Profile { Id = "https://assessor.example/" },
            Achievement = new Achievement
            {
                Id = "https://issuer.example/achievements/forklift",
                Name = "Forklift Safety",
                Description = "Drives a forklift safely.",
                CriteriaId = "https://issuer.example/achievements/forklift/criteria",
                CriteriaNarrative = "Passed the test.",
                AchievementType = "MicroCredential",
                Image = new Image("https://issuer.example/forklift.png", "A forklift"),
                Alignments = [Skill()],
                ResultDescriptions =
                [
                    new ResultDescription { Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000a", Name = "Score", ResultType = "Percent", ValueMin = "0", ValueMax = "100", RequiredValue = "80" },
                    new ResultDescription
                    {
                        Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000b",
                        Name = "Level",
                        ResultType = "RubricCriterionLevel",
                        AllowedValues = ["Good", "Better"],
                        RequiredLevel = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000c",
                        Levels = [new RubricCriterionLevel { Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-00000000000c", Name = "Mastered", Description = "All of it.", Level = "3", Points = "10" }],
                        Alignments = [Skill()],
                    },
                ],
                Tags = ["forklift", "safety"],
                Creator = new Profile { Id = "https://creator.example/" },
                CreditsAvailable = 2,
                FieldOfStudy = "Logistics",
                HumanCode = "LOG-101",
                InLanguage = "es-MX",
                Specialization = "Warehouses",
                Version = "2",
                OtherIdentifiers = [new IdentifierEntry("ce-1", "ext:ctid")],
                Endorsements = [Endorsement().ToJson()],
            },
        },
    };

    public static Alignment Skill() => new()
    {
        TargetName = "Operate forklift",
        TargetUrl = "http://data.europa.eu/esco/skill/1",
        TargetCode = "S8.1",
        TargetDescription = "Drives one.",
        TargetFramework = "ESCO",
        TargetType = "ceasn:Competency",
    };

    public static ClrCredential Record(params JsonObject[] credentials) => new()
    {
        Id = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000004",
        Name = "Learner record",
        Issuer = Issuer,
        ValidFrom = From,
        SubjectId = "did:example:adaeze",
        Identifiers = [IdentityObject.Plain("Adaeze Obi", "name")],
        Credentials = credentials,
        Achievements = [Smallest(id: "https://issuer.example/achievements/logistics")],
        Associations = [new Association("isPartOf", "https://issuer.example/achievements/forklift", "https://issuer.example/achievements/logistics")],
        Partial = true,
    };
}
