using Cairn.Planning.Contract;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Contract;

public sealed class ReadRequestsTests
{
    /// <summary>The example of the contract, made whole.</summary>
    private const string Example = """
        { "currency": "USD",
          "limits": { "hoursPerWeek": 8, "startOn": "2027-01-04", "finishBy": "2027-06-28", "budget": "600", "languages": ["en"],
                      "maxPrograms": 10, "maxAtOnce": 2, "coverage": 0.9 },
          "has": [ { "skill": "s1", "level": 2, "evidence": "verified" } ],
          "needs": [ { "skill": "s2", "level": 2, "weight": 5 } ],
          "programs": [ { "id": "p0", "hours": 10, "starts": ["2027-02-01"], "weeks": 4, "price": { "once": 19.99 }, "teaches": [] },
            { "id": "p1", "name": "…", "provider": "…", "kind": "certificate", "hours": 40, "language": "en", "starts": "any",
              "price": { "once": "49" }, "subscription": "plus", "teaches": [ { "skill": "s2", "level": 2 } ],
              "requires": [ { "skill": "s3", "level": 1 } ], "after": ["p0"], "recognition": 2 } ],
          "subscriptions": [ { "id": "plus", "perMonth": "59" } ],
          "aid": [ { "id": "grant", "programs": ["p1"], "percent": 90, "atMost": 2 } ],
          "goals": [ { "id": "g", "needs": [ { "skill": "s2", "level": 1, "weight": 1 } ] } ],
          "ask": ["cheapest", "fastest", "bestRecognised", "frontier", "why", { "transitions": { "by": "weeks", "top": 20 } }], "timeLimitSeconds": 10 }
        """;

    private static PlanRequest Read(string json)
    {
        PlanReading<PlanRequest> reading = PlanRequestJson.Read(json);
        reading.Error.ShouldBeNull();
        return reading.Value!;
    }

    private static long? Budget(string currency, string amount) =>
        Read($$"""{"currency":"{{currency}}","limits":{"hoursPerWeek":1,"startOn":"2027-01-04","budget":{{amount}}},"needs":[],"programs":[]}""").Limits.Budget;

    [Fact]
    public void The_example_is_read_as_it_says()
    {
        PlanRequest request = Read(Example);

        request.Limits.ShouldBeEquivalentTo(new PlanLimits
        {
            HoursPerWeek = 8,
            StartOn = new DateOnly(2027, 1, 4),
            FinishBy = new DateOnly(2027, 6, 28),
            Budget = 600_00,
            Languages = new List<string> { "en" },
            MaxPrograms = 10,
            MaxAtOnce = 2,
            CoverageMillionths = 900_000,
        });
        request.Has.ShouldHaveSingleItem().ShouldBe(new HeldSkill("s1", 2, "verified"));
        request.Needs.ShouldHaveSingleItem().ShouldBe(new SkillNeed("s2", 2, 5));
        request.Programs[0].Starts.ShouldBe([new DateOnly(2027, 2, 1)]);
        request.Programs[0].PriceOnce.ShouldBe(19_99);
        request.Programs[1].ShouldSatisfyAllConditions(
            p => p.Starts.ShouldBeNull(),
            p => p.Subscription.ShouldBe("plus"),
            p => p.Requires.ShouldBe([new SkillLevel("s3", 1)]),
            p => p.After.ShouldBe(["p0"]),
            p => p.Recognition.ShouldBe(2));
        request.Subscriptions.ShouldBe([new Subscription("plus", 59_00)]);
        request.Aid.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Percent.ShouldBe(90m), a => a.AtMost.ShouldBe(2));
        request.Goals.ShouldHaveSingleItem().Needs.ShouldBe([new SkillNeed("s2", 1, 1)]);
        request.Ask.ShouldBe(new PlanQuestions
        {
            Cheapest = true, Fastest = true, BestRecognised = true, Frontier = true, Why = true, Transitions = new TransitionQuestion("weeks", 20),
        });
    }

    [Fact]
    public void What_is_absent_gets_the_contracts_defaults()
    {
        PlanRequest request = Read("""{"currency":"USD","limits":{"hoursPerWeek":8,"startOn":"2027-01-04"},"needs":[],"programs":[]}""");

        request.Ask.ShouldBe(PlanQuestions.NamedPlans);
        request.TimeLimitSeconds.ShouldBe(10);
        request.Limits.CoverageMillionths.ShouldBeNull();
    }

    [Fact]
    public void Null_is_absent_for_the_five_members_that_allow_it()
    {
        PlanRequest request = Read("""
            {"currency":"USD","limits":{"hoursPerWeek":8,"startOn":"2027-01-04","finishBy":null,"budget":null},"needs":[],
             "subscriptions":[{"id":"s","perMonth":1}],
             "programs":[{"id":"a","hours":1,"price":null,"subscription":"s","weeks":null,"teaches":[]},
                         {"id":"b","hours":1,"price":{"once":0},"subscription":null,"teaches":[]}]}
            """);

        request.Limits.ShouldSatisfyAllConditions(l => l.FinishBy.ShouldBeNull(), l => l.Budget.ShouldBeNull());
        request.Programs.ShouldAllBe(p => p.PriceOnce == null != (p.Subscription == null));
    }

    [Theory]
    [InlineData("USD", "0.1", 10)]
    [InlineData("USD", "\"0.10\"", 10)]
    [InlineData("USD", "6e2", 600_00)]
    [InlineData("USD", "1.5E+1", 15_00)]
    [InlineData("USD", "250e-2", 2_50)]
    [InlineData("USD", "-0", 0)]
    [InlineData("USD", "0e400", 0)]
    [InlineData("USD", "\"900719925474.93\"", 900719925474_93)]
    [InlineData("USD", "1000000000000", 1_000_000_000_000_00)]
    [InlineData("USD", "\"\\u0034.20\"", 4_20)]
    [InlineData("JPY", "6500", 6500)]
    [InlineData("KWD", "1.005", 1_005)]
    [InlineData("CLF", "0.0001", 1)]
    [InlineData("CLF", "\"1000000000000.0000\"", 1_000_000_000_000_0000)]
    public void An_amount_is_read_from_its_text(string currency, string amount, long minorUnits) => Budget(currency, amount).ShouldBe(minorUnits);

    [Fact]
    public void A_written_request_reads_back_as_the_same_request()
    {
        PlanRequest request = Read(Example);

        string written = PlanRequestJson.Write(request);

        Read(written).ShouldBeEquivalentTo(request);
        PlanRequestJson.Write(Read(written)).ShouldBe(written);
    }

    [Fact]
    public void Text_survives_writing_in_every_script()
    {
        PlanRequest request = Read(Example) with { Needs = [new SkillNeed("naïve \"数\" 𝄞 <b>\u0000\u2028", 1, 1)] };

        Read(PlanRequestJson.Write(request, indented: true)).Needs.ShouldBe(request.Needs);
    }

    [Fact]
    public void The_bounds_themselves_are_allowed() => Read("""
        {"currency":"USD","limits":{"hoursPerWeek":168,"startOn":"2027-01-04","finishBy":"2027-01-04","maxPrograms":0,"maxAtOnce":0,"coverage":0.123456},
         "needs":[{"skill":"","level":3,"weight":1000000000}],
         "programs":[{"id":"","hours":100000,"starts":["2027-01-04"],"weeks":520,"price":{"once":0},"teaches":[{"skill":"x","level":1}],"recognition":3}]}
        """).Limits.CoverageMillionths.ShouldBe(123_456);

    [Fact]
    public void A_ring_through_skills_is_no_error() => Read("""
        {"currency":"USD","limits":{"hoursPerWeek":1,"startOn":"2027-01-04"},"needs":[],
         "programs":[{"id":"a","hours":1,"price":{"once":0},"teaches":[{"skill":"x","level":1}],"requires":[{"skill":"y","level":1}]},
                     {"id":"b","hours":1,"price":{"once":0},"teaches":[{"skill":"y","level":1}],"requires":[{"skill":"x","level":1}]}]}
        """).Programs.Count.ShouldBe(2);

    [Fact]
    public void Programs_may_wait_for_one_that_stands_later() => Read("""
        {"currency":"USD","limits":{"hoursPerWeek":1,"startOn":"2027-01-04"},"needs":[],
         "programs":[{"id":"a","hours":1,"price":{"once":0},"teaches":[],"after":["b","c"]},
                     {"id":"b","hours":1,"price":{"once":0},"teaches":[],"after":["c"]},
                     {"id":"c","hours":1,"price":{"once":0},"teaches":[]}]}
        """).Programs[0].After.ShouldBe(["b", "c"]);

    [Fact]
    public void The_currency_table_has_every_code_once_with_its_decimals()
    {
        Iso4217.Codes.Count.ShouldBe(171);
        Iso4217.Codes.ShouldAllBe(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper));
        Iso4217.Format(41300, "USD").ShouldBe("413.00");
        Iso4217.Format(6500, "JPY").ShouldBe("6500");
        Iso4217.Format(5, "KWD").ShouldBe("0.005");
        Iso4217.Format(-1, "CLF").ShouldBe("-0.0001");
    }
}
