using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;

namespace Cairn.Testing;

/// <summary>
/// A catalogue small enough to know the best plan by heart. Data analysts need SQL, Python and charts; $120 and 60 hours buy all three,
/// $200 buys them sooner. One skill is taught nowhere, one program is old, one has no price, one has a script for a name.
/// </summary>
internal static class LearnerCatalogue
{
    public const string Analyst = "onet:15-2051.00", Clerk = "onet:43-3031.00", Nasty = "<script>alert(1)</script>";
    public const string Sql = "onet-tech:sql", Python = "onet-tech:python", Charts = "esco:charts", Abacus = "esco:abacus", Listening = "onet:2.A.1.b";
    public static readonly DateOnly Recent = new(2026, 11, 1);

    public static Task FillAsync(CairnDb db)
    {
        db.AddRange(
            new Framework { Id = "onet", Name = "O*NET", Version = "29.3", Attribution = "O*NET® is a trademark.", Link = "https://www.onetcenter.org" },
            new CatalogueList { Id = "list", Name = "A list", Publisher = "Cairn", Attribution = "Facts only.", Link = "https://example.org/list", AsOf = Recent, Starter = true },
            new Provider { Id = new("harbor"), Name = "Harbor State" },
            new ImportRecord
            {
                Id = new ImportId(Guid.CreateVersion7(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero))), Kind = "starter", File = "starter.bin",
                StartedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), FinishedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 1, TimeSpan.Zero), State = ImportState.Done,
            });
        Skill(db, Sql, SkillKind.Technology, "SQL");
        Skill(db, Python, SkillKind.Technology, "Python");
        Skill(db, Charts, SkillKind.Skill, "draw charts");
        Skill(db, Abacus, SkillKind.Skill, "use an abacus");
        Skill(db, Listening, SkillKind.GenericSkill, "Active Listening");
        Occupation(db, Analyst, "Data Analysts", 4, "Business Intelligence Analyst");
        Occupation(db, Clerk, "Bookkeeping Clerks", 3, "Bookkeeper");
        // Others, so that what analysts need is rare among all.
        for (var i = 0; i < 6; i++)
        {
            Occupation(db, $"onet:9{i}-1011.00", $"Other Workers {i}", 2);
            Asks(db, $"onet:9{i}-1011.00", Listening, OccupationSkillSource.OnetSkill, importance: 350);
            Skill(db, $"onet-tech:tool-{i}", SkillKind.Technology, $"Tool {i}");
            Skill(db, $"esco:craft-{i}", SkillKind.Skill, $"craft {i}");
            Asks(db, $"onet:9{i}-1011.00", $"onet-tech:tool-{i}", OccupationSkillSource.OnetTechnology, inDemand: true);
            Asks(db, $"onet:9{i}-1011.00", $"esco:craft-{i}", OccupationSkillSource.EscoEssential);
        }

        Asks(db, Analyst, Sql, OccupationSkillSource.OnetTechnology, inDemand: true);
        Asks(db, Analyst, Python, OccupationSkillSource.OnetTechnology, inDemand: true);
        Asks(db, Analyst, Charts, OccupationSkillSource.EscoEssential);
        Asks(db, Analyst, Abacus, OccupationSkillSource.EscoEssential);
        Asks(db, Analyst, Listening, OccupationSkillSource.OnetSkill, importance: 400);
        Asks(db, Clerk, Sql, OccupationSkillSource.OnetTechnology, inDemand: true);
        db.AddRange(
            new EntryCondition { OccupationId = new(Analyst), Kind = EntryConditionKind.Education, Source = "onet", Ordinal = 6, Text = "Bachelor's Degree", Share = 6_250, AsOf = new(2023, 8, 1) },
            new EntryCondition { OccupationId = new(Analyst), Kind = EntryConditionKind.Experience, Source = "bls", Ordinal = 0, Text = "None", AsOf = new(2024, 1, 1) },
            new Wage { OccupationId = new(Analyst), Place = "US", AsOf = new(2024, 5, 1), Currency = "USD", Annual = true, P10 = 6_300_000, Median = 11_200_000, Source = "bls" },
            new RelatedOccupation { OccupationId = new(Clerk), RelatedId = new(Analyst), Rank = 1, Tier = "Primary-Short" });

        Program(db, "sql-cheap", "SQL step by step", hours: 30, price: 4_000, (Sql, 2));
        Program(db, "python-cheap", "Python step by step", hours: 20, price: 5_000, (Python, 2));
        Program(db, "charts-cheap", "Charts step by step", hours: 10, price: 3_000, (Charts, 2));
        Program(db, "all-fast", "Data analysis in one go", hours: 24, price: 20_000, (Sql, 2), (Python, 2), (Charts, 2));
        Program(db, "nasty", Nasty, hours: 90, price: 90_000, (Sql, 2));
        Program(db, "old", "SQL of long ago", hours: 1, price: 100, asOf: new DateOnly(2020, 1, 1), (Sql, 2));
        Program(db, "no-price", "SQL at an unknown price", hours: 1, price: null, Recent, (Sql, 2));
        return Task.CompletedTask;
    }

    private static void Skill(CairnDb db, string id, SkillKind kind, string name)
    {
        db.Add(new Skill { Id = new(id), Framework = id.StartsWith("esco", StringComparison.Ordinal) ? "esco" : "onet", Kind = kind });
        db.Add(new SkillName { SkillId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = name });
    }

    private static void Occupation(CairnDb db, string id, string title, int zone, params string[] others)
    {
        db.Add(new Occupation { Id = new(id), Framework = "onet", Code = id.Split(':')[1], JobZone = zone });
        db.Add(new OccupationName { OccupationId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = title });
        for (var n = 0; n < others.Length; n++)
            db.Add(new OccupationName { OccupationId = new(id), Language = "en", Kind = NameKind.Alternate, Ordinal = n + 1, Text = others[n] });
    }

    private static void Asks(CairnDb db, string occupation, string skill, OccupationSkillSource source, bool inDemand = false, int? importance = null) =>
        db.Add(new OccupationSkill { OccupationId = new(occupation), SkillId = new(skill), Source = source, InDemand = inDemand, Importance = importance, Level = importance is null ? null : 400 });

    private static void Program(CairnDb db, string id, string title, int hours, long price, params (string Skill, int Level)[] teaches) => Program(db, id, title, hours, price, Recent, teaches);

    private static void Program(CairnDb db, string id, string title, int hours, long? price, DateOnly asOf, params (string Skill, int Level)[] teaches)
    {
        db.Add(new LearningProgram
        {
            Id = new(id), ProviderId = new("harbor"), Offer = OfferKind.Course, Credential = CredentialType.Certificate, Language = "en", Hours = hours, HoursBasis = HoursBasis.Stated,
            PriceKind = price is null ? PriceKind.Unknown : PriceKind.Once, Price = price, Currency = price is null ? null : "USD", Pace = Pace.SelfPaced, AsOf = asOf, ListId = "list",
        });
        db.Add(new ProgramName { ProgramId = new(id), Language = "en", Ordinal = 0, Text = title });
        db.AddRange(teaches.Select(taught => new ProgramSkill { ProgramId = new(id), SkillId = new(taught.Skill), Level = taught.Level, Basis = SkillBasis.Listed, Confidence = 100, Words = title }));
    }
}
