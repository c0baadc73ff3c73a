using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Tests.Features.Explore;

/// <summary>A catalogue one can hold in the head: a handful of programs, skills and occupations, with one of each trap.</summary>
internal static class SmallCatalogue
{
    public const string PythonId = "python-for-everyone-1";
    public const string NastyId = "anything-2";
    public const string OldId = "old-bookkeeping-3";

    public static readonly DateOnly Recent = new(2026, 9, 1);
    public static readonly DateOnly Old = new(2021, 10, 1);

    public static Task FillAsync(CairnDb db)
    {
        db.AddRange(
            new Framework { Id = "onet", Name = "O*NET", Version = "29.3", Attribution = "O*NET® is a trademark.", Link = "https://www.onetcenter.org" },
            new CatalogueList { Id = "demo", Name = "Demonstration list", Publisher = "Cairn", Attribution = "Facts only.", Link = "https://example.org/list", AsOf = Recent, Starter = true },
            new Provider { Id = new("harbor"), Name = "Harbor State University", Link = "https://harbor.example" },
            new Provider { Id = new("open"), Name = "Open Classroom", Link = "javascript:alert(1)" },
            new ProgramSubscription { Id = "open-plus", Name = "Open Plus", PerMonth = 4900, Currency = "USD", SourceLink = "https://open.example/price", AsOf = Recent });
        AddSkills(db);
        AddOccupations(db);
        AddPrograms(db);
        db.Add(new ImportRecord
        {
            Id = new ImportId(Guid.CreateVersion7(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero))), Kind = "starter", File = "starter.bin",
            StartedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), FinishedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 1, TimeSpan.Zero), State = ImportState.Done,
        });
        return Task.CompletedTask;
    }

    public static LearningProgram Program(string id, string provider = "harbor") => new()
    {
        Id = new(id), ProviderId = new(provider), Offer = OfferKind.Course, Credential = CredentialType.Certificate, AsOf = Recent, ListId = "demo", Language = "en",
    };

    public static ProgramName Title(string id, string text, string language = "en") => new() { ProgramId = new(id), Language = language, Ordinal = 0, Text = text };

    private static void AddSkills(CairnDb db)
    {
        Skill(db, "onet-tech:python", SkillKind.Technology, "Python", hot: true);
        Skill(db, "esco:python", SkillKind.Knowledge, "Python (computer programming)");
        Skill(db, "esco:bookkeeping", SkillKind.Skill, "bookkeeping");
        Skill(db, "esco:nursing", SkillKind.Skill, "apply nursing care");
        db.Add(new SkillName { SkillId = new("onet-tech:python"), Language = "es", Kind = NameKind.Preferred, Ordinal = 0, Text = "Pitón informático" });
        db.Add(new SkillName { SkillId = new("onet-tech:python"), Language = "en", Kind = NameKind.Description, Ordinal = 0, Text = "A programming language." });
        db.Add(new SameSkill { SkillId = new("onet-tech:python"), OtherId = new("esco:python"), Basis = "same name" });
    }

    private static void Skill(CairnDb db, string id, SkillKind kind, string name, bool hot = false)
    {
        db.Add(new Skill { Id = new(id), Framework = id.Split(':')[0] == "esco" ? "esco" : "onet", Kind = kind, Hot = hot });
        db.Add(new SkillName { SkillId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = name });
    }

    private static void AddOccupations(CairnDb db)
    {
        Occupation(db, "onet:29-1141.00", 189_100, "Registered Nurses", "Staff Nurse", "Nurse");
        Occupation(db, "onet:29-1151.00", 2_500, "Nurse Anesthetists", "Certified Registered Nurse Anesthetist");
        Occupation(db, "onet:53-3032.00", 237_600, "Heavy and Tractor-Trailer Truck Drivers", "Truck Driver", "Trucker");
        Occupation(db, "onet:15-1252.00", 129_200, "Software Developers", "Application Developer");
        db.AddRange(
            new OccupationSkill { OccupationId = new("onet:15-1252.00"), SkillId = new("onet-tech:python"), Source = OccupationSkillSource.OnetTechnology, InDemand = true },
            new EntryCondition { OccupationId = new("onet:29-1141.00"), Kind = EntryConditionKind.Education, Source = "bls", Ordinal = 0, Text = "Bachelor's degree", AsOf = new(2024, 1, 1) },
            new EntryCondition { OccupationId = new("onet:29-1141.00"), Kind = EntryConditionKind.Education, Source = "onet", Ordinal = 6, Text = "Bachelor's degree", Share = 6250, AsOf = new(2023, 8, 1) },
            new Wage { OccupationId = new("onet:29-1141.00"), Place = "US", AsOf = new(2024, 5, 1), Currency = "USD", Annual = true, P10 = 6_603_000, Median = 9_360_000, Source = "bls" },
            new RelatedOccupation { OccupationId = new("onet:29-1141.00"), RelatedId = new("onet:29-1151.00"), Rank = 1, Tier = "Primary-Short" });
    }

    private static void Occupation(CairnDb db, string id, int openings, string title, params string[] others)
    {
        db.Add(new Occupation { Id = new(id), Framework = "onet", Code = id.Split(':')[1], JobZone = 3 });
        db.Add(new OccupationName { OccupationId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = title });
        for (var n = 0; n < others.Length; n++)
            db.Add(new OccupationName { OccupationId = new(id), Language = "en", Kind = NameKind.Alternate, Ordinal = n + 1, Text = others[n] });
        db.Add(new Outlook { OccupationId = new(id), Place = "US", FromYear = 2024, ToYear = 2034, ChangePermille = 52, OpeningsPerYear = openings, Source = "bls" });
    }

    private static void AddPrograms(CairnDb db)
    {
        db.AddRange(
            Program(PythonId) with
            {
                Level = 1, Hours = 40, HoursBasis = HoursBasis.WeeksTimesEffort, HoursDerivation = "8 weeks × 5 h a week", PriceKind = PriceKind.Once, Price = 8500, Currency = "USD",
                SubscriptionId = "open-plus", Pace = Pace.SelfPaced, Mode = DeliveryMode.Online, Link = "https://harbor.example/python", AidNote = "state training list", Prerequisites = "none",
            },
            Title(PythonId, "Python for Everyone"),
            Title(PythonId, "Python para todos", "es"),
            new ProgramSkill { ProgramId = new(PythonId), SkillId = new("onet-tech:python"), Level = 1, Basis = SkillBasis.Title, Confidence = 100, Words = "Python" },
            new ProgramSkill { ProgramId = new(PythonId), SkillId = new("esco:bookkeeping"), Level = 1, Basis = SkillBasis.Guessed, Confidence = 62, Words = "for everyone" },
            new ProgramOccupation { ProgramId = new(PythonId), OccupationId = new("onet:15-1252.00"), Basis = "listed by the provider" },
            new ProgramListing { ListId = "demo", SourceKey = "1", ProgramId = new(PythonId), AsOf = Recent },
            new ProgramApproval { ProgramId = new(PythonId), Body = "State of Harbor", Register = "Eligible training list", Link = "https://state.example", AsOf = Recent },
            Program(NastyId, "open") with { Link = "javascript:alert(1)", Offer = OfferKind.ProjectProgram, Credential = CredentialType.Unknown },
            Title(NastyId, "Build <b>anything</b> & <script>alert(1)</script>"),
            Program(OldId, "open") with { AsOf = Old, PriceKind = PriceKind.Free, Price = 0, Language = "es", Level = 2 },
            Title(OldId, "Contabilidad para enfermeras", "es"),
            new ProgramSkill { ProgramId = new(OldId), SkillId = new("esco:bookkeeping"), Level = 2, Basis = SkillBasis.Listed, Confidence = 100, Words = "contabilidad" },
            Program("cpp-4") with { PriceKind = PriceKind.Once, Price = 100_000, Currency = "MXN", Hours = 350, HoursBasis = HoursBasis.Stated, Level = 3 },
            Title("cpp-4", "C++ and C# in practice"));
        for (var n = 10; n < 40; n++)
        {
            db.Add(Program($"filler-{n}", "open") with { Hours = n, HoursBasis = HoursBasis.Stated, PriceKind = PriceKind.Once, Price = n * 1000L, Currency = "USD" });
            db.Add(Title($"filler-{n}", $"Nursing practice, part {n}"));
        }
    }
}
