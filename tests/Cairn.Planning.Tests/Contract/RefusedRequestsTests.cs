using Cairn.Planning.Contract;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Contract;

/// <summary>One bad thing at a time in a good request; the pointer must name exactly it.</summary>
public sealed class RefusedRequestsTests
{
    private const string Limits = """{"hoursPerWeek":8,"startOn":"2027-01-04"}""";
    private const string Needs = """[{"skill":"s","level":2,"weight":5}]""";
    private const string Program = """{"id":"p","hours":40,"price":{"once":"49"},"teaches":[{"skill":"s","level":2}]}""";

    private static string Request(string limits = Limits, string needs = Needs, string programs = $"[{Program}]", string more = "", string currency = "\"USD\"") =>
        $$"""{"currency":{{currency}},"limits":{{limits}},"needs":{{needs}},"programs":{{programs}}{{more}}}""";

    private static string With(string member) => Request(programs: $$"""[{{{member}},"id":"p","hours":40,"price":{"once":"49"},"teaches":[]}]""");

    private static string Limit(string member) => Request(limits: $$"""{"hoursPerWeek":8,"startOn":"2027-01-04",{{member}}}""");

    private static string Two(string first, string second) => Request(programs:
        $$"""[{"id":"a","hours":1,"price":{"once":1},"teaches":[]{{first}}},{"id":"b","hours":1,"price":{"once":1},"teaches":[]{{second}}}]""");

    public static TheoryData<string, string, string> Refusals => new()
    {
        // The document
        { "[]", "", "a list" },
        { "3", "", "3" },
        { "null", "", "null" },
        { "{}", "/currency", "nothing" },
        { """{"currency":"USD"}""", "/limits", "nothing" },
        { """{"currency":"USD","limits":{"hoursPerWeek":8,"startOn":"2027-01-04"}}""", "/needs", "nothing" },
        { """{"currency":"USD","limits":{"hoursPerWeek":8,"startOn":"2027-01-04"},"needs":[]}""", "/programs", "nothing" },
        { Request(more: ""","surprise":1"""), "/surprise", "surprise" },
        { Request(more: ""","a/b~c":1"""), "/a~1b~0c", "a/b~c" },
        { Request(more: ""","":1"""), "/", "" },
        { Request(more: ""","currency":"USD" """), "/currency", "currency a second time" },
        { Request(more: ""","cu\u0072rency":"USD" """), "/currency", "currency a second time" },
        { Request(more: ""","has":null"""), "/has", "null" },
        { Request(more: ""","ask":null"""), "/ask", "null" },
        { Request(more: ""","done":[]"""), "/done", "done" },
        { Request(more: ""","exclude":[]"""), "/exclude", "exclude" },
        { Request(more: ""","Currency":"USD" """), "/Currency", "Currency" },

        // Currency
        { Request(currency: "\"usd\""), "/currency", "\"usd\"" },
        { Request(currency: "\"XXX\""), "/currency", "\"XXX\"" },
        { Request(currency: "\"US\""), "/currency", "\"US\"" },
        { Request(currency: "840"), "/currency", "840" },
        { Request(currency: "null"), "/currency", "null" },

        // Limits
        { Request(limits: "[]"), "/limits", "a list" },
        { Request(limits: """{"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "nothing" },
        { Request(limits: """{"hoursPerWeek":8}"""), "/limits/startOn", "nothing" },
        { Request(limits: """{"hoursPerWeek":0,"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "0" },
        { Request(limits: """{"hoursPerWeek":169,"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "169" },
        { Request(limits: """{"hoursPerWeek":8.0,"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "8.0" },
        { Request(limits: """{"hoursPerWeek":8e0,"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "8e0" },
        { Request(limits: """{"hoursPerWeek":"8","startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "\"8\"" },
        { Request(limits: """{"hoursPerWeek":null,"startOn":"2027-01-04"}"""), "/limits/hoursPerWeek", "null" },
        { Request(limits: """{"hoursPerWeek":8,"startOn":"2027-1-4"}"""), "/limits/startOn", "\"2027-1-4\"" },
        { Request(limits: """{"hoursPerWeek":8,"startOn":"2027-02-29"}"""), "/limits/startOn", "\"2027-02-29\"" },
        { Request(limits: """{"hoursPerWeek":8,"startOn":"2027-01-04T00:00:00Z"}"""), "/limits/startOn", "\"2027-01-04T00:00:00Z\"" },
        { Limit("\"finishBy\":\"2027-01-03\""), "/limits/finishBy", "\"2027-01-03\"" },
        { Request(limits: """{"finishBy":"2027-01-03","hoursPerWeek":8,"startOn":"2027-01-04"}"""), "/limits/finishBy", "\"2027-01-03\"" },
        { Limit("\"budget\":-1"), "/limits/budget", "-1" },
        { Limit("\"budget\":\"-1\""), "/limits/budget", "\"-1\"" },
        { Limit("\"budget\":600.001"), "/limits/budget", "600.001" },
        { Limit("\"budget\":\"600.000\""), "/limits/budget", "\"600.000\"" },
        { Limit("\"budget\":1e-3"), "/limits/budget", "1e-3" },
        { Limit("\"budget\":1000000000000.01"), "/limits/budget", "1000000000000.01" },
        { Limit("\"budget\":1e13"), "/limits/budget", "1e13" },
        { Limit("\"budget\":1e999999999999"), "/limits/budget", "1e999999999999" },
        { Limit("\"budget\":\"1e2\""), "/limits/budget", "\"1e2\"" },
        { Limit("\"budget\":\"\""), "/limits/budget", "\"\"" },
        { Limit("\"budget\":\" 6\""), "/limits/budget", "\" 6\"" },
        { Limit("\"budget\":\"6.\""), "/limits/budget", "\"6.\"" },
        { Limit("\"budget\":\".5\""), "/limits/budget", "\".5\"" },
        { Limit("\"budget\":\"+5\""), "/limits/budget", "\"+5\"" },
        { Limit("\"budget\":\"1,000\""), "/limits/budget", "\"1,000\"" },
        { Limit("\"budget\":\"٣\""), "/limits/budget", "\"٣\"" },
        { Limit("\"budget\":true"), "/limits/budget", "true" },
        { Limit("\"languages\":\"en\""), "/limits/languages", "\"en\"" },
        { Limit("\"languages\":[\"en\",1]"), "/limits/languages/1", "1" },
        { Limit("\"languages\":null"), "/limits/languages", "null" },
        { Limit("\"maxPrograms\":-1"), "/limits/maxPrograms", "-1" },
        { Limit("\"maxPrograms\":null"), "/limits/maxPrograms", "null" },
        { Limit("\"maxAtOnce\":1.5"), "/limits/maxAtOnce", "1.5" },
        { Limit("\"maxAtOnce\":99999999999999999999"), "/limits/maxAtOnce", "99999999999999999999" },
        { Limit("\"coverage\":1.1"), "/limits/coverage", "1.1" },
        { Limit("\"coverage\":-0.1"), "/limits/coverage", "-0.1" },
        { Limit("\"coverage\":0.1234567"), "/limits/coverage", "0.1234567" },
        { Limit("\"coverage\":\"0.9\""), "/limits/coverage", "\"0.9\"" },
        { Limit("\"coverage\":null"), "/limits/coverage", "null" },
        { Limit("\"hoursByWeek\":[]"), "/limits/hoursByWeek", "hoursByWeek" },
        { Limit("\"slack\":1"), "/limits/slack", "slack" },
        { Limit("\"budget\":null,\"budget\":5"), "/limits/budget", "budget a second time" },

        // Skills held and needed
        { Request(more: ""","has":[{"skill":"a"}]"""), "/has/0/level", "nothing" },
        { Request(more: ""","has":[{"level":1}]"""), "/has/0/skill", "nothing" },
        { Request(more: ""","has":[{"skill":"a","level":1},{"skill":"a","level":2}]"""), "/has/1/skill", "\"a\"" },
        { Request(more: ""","has":[{"skill":"a","level":1,"evidence":"trust me"}]"""), "/has/0/evidence", "\"trust me\"" },
        { Request(more: ""","has":[{"skill":1,"level":1}]"""), "/has/0/skill", "1" },
        { Request(more: ""","has":[{"skill":"\ud800","level":1}]"""), "/has/0/skill", "\"\\ud800\"" },
        { Request(needs: "{}"), "/needs", "an object" },
        { Request(needs: "[3]"), "/needs/0", "3" },
        { Request(needs: """[{"level":2,"weight":5}]"""), "/needs/0/skill", "nothing" },
        { Request(needs: """[{"skill":"s","weight":5}]"""), "/needs/0/level", "nothing" },
        { Request(needs: """[{"skill":"s","level":2}]"""), "/needs/0/weight", "nothing" },
        { Request(needs: """[{"skill":"s","level":4,"weight":5}]"""), "/needs/0/level", "4" },
        { Request(needs: """[{"skill":"s","level":0,"weight":5}]"""), "/needs/0/level", "0" },
        { Request(needs: """[{"skill":"s","level":2,"weight":0}]"""), "/needs/0/weight", "0" },
        { Request(needs: """[{"skill":"s","level":2,"weight":1000000001}]"""), "/needs/0/weight", "1000000001" },
        { Request(needs: """[{"skill":"s","level":2,"weight":0.5}]"""), "/needs/0/weight", "0.5" },
        { Request(needs: """[{"skill":"s","level":2,"weight":5},{"skill":"t","level":1,"weight":1},{"skill":"s","level":1,"weight":1}]"""), "/needs/2/skill", "\"s\"" },
        { Request(needs: """[{"skill":"s","level":2,"weight":5,"evidence":"verified"}]"""), "/needs/0/evidence", "evidence" },

        // Programs
        { Request(programs: "null"), "/programs", "null" },
        { Request(programs: "[[]]"), "/programs/0", "a list" },
        { Request(programs: """[{"hours":40,"price":{"once":"49"},"teaches":[]}]"""), "/programs/0/id", "nothing" },
        { Request(programs: """[{"id":"p","price":{"once":"49"},"teaches":[]}]"""), "/programs/0/hours", "nothing" },
        { Request(programs: """[{"id":"p","hours":40,"price":{"once":"49"}}]"""), "/programs/0/teaches", "nothing" },
        { Request(programs: """[{"id":"p","hours":40,"teaches":[]}]"""), "/programs/0/price", "nothing" },
        { Request(programs: """[{"id":"p","hours":40,"teaches":[],"price":null,"subscription":null}]"""), "/programs/0/price", "nothing" },
        { Request(programs: """[{"id":"p","hours":-4,"price":{"once":"49"},"teaches":[]}]"""), "/programs/0/hours", "-4" },
        { Request(programs: """[{"id":"p","hours":100001,"price":{"once":"49"},"teaches":[]}]"""), "/programs/0/hours", "100001" },
        { Two("", ",\"after\":[\"a\"]").Replace("\"id\":\"b\"", "\"id\":\"a\"", StringComparison.Ordinal), "/programs/1/id", "\"a\"" },
        { With("\"name\":null"), "/programs/0/name", "null" },
        { With("\"kind\":1"), "/programs/0/kind", "1" },
        { With("\"language\":null"), "/programs/0/language", "null" },
        { With("\"starts\":\"sometimes\""), "/programs/0/starts", "\"sometimes\"" },
        { With("\"starts\":null"), "/programs/0/starts", "null" },
        { With("\"starts\":[\"2027-02-30\"],\"weeks\":2"), "/programs/0/starts/0", "\"2027-02-30\"" },
        { With("\"starts\":[\"2027-02-01\"]"), "/programs/0/weeks", "nothing" },
        { With("\"starts\":[\"2027-02-01\"],\"weeks\":null"), "/programs/0/weeks", "nothing" },
        { With("\"weeks\":0"), "/programs/0/weeks", "0" },
        { With("\"weeks\":521"), "/programs/0/weeks", "521" },
        { With("\"subscription\":\"plus\""), "/programs/0/subscription", "\"plus\"" },
        { With("\"subscription\":3"), "/programs/0/subscription", "3" },
        { With("\"recognition\":4"), "/programs/0/recognition", "4" },
        { With("\"recognition\":null"), "/programs/0/recognition", "null" },
        { With("\"requires\":[{\"skill\":\"a\",\"level\":1},{\"skill\":\"a\",\"level\":1}]"), "/programs/0/requires/1/skill", "\"a\"" },
        { With("\"requires\":[{\"skill\":\"a\",\"level\":1,\"weight\":1}]"), "/programs/0/requires/0/weight", "weight" },
        { With("\"after\":[\"nobody\"]"), "/programs/0/after/0", "\"nobody\"" },
        { With("\"after\":[\"p\"]"), "/programs/0/after/0", "\"p\"" },
        { With("\"outcomes\":[]"), "/programs/0/outcomes", "outcomes" },
        { Two("", ",\"after\":[\"a\",\"a\"]"), "/programs/1/after/1", "\"a\"" },
        { Two(",\"after\":[\"b\"]", ",\"after\":[\"a\"]"), "/programs/0/after/0", "\"b\"" },
        { Request(programs: """[{"id":"p","hours":40,"price":{},"teaches":[]}]"""), "/programs/0/price/once", "nothing" },
        { Request(programs: """[{"id":"p","hours":40,"price":49,"teaches":[]}]"""), "/programs/0/price", "49" },
        { Request(programs: """[{"id":"p","hours":40,"price":{"once":null},"teaches":[]}]"""), "/programs/0/price/once", "null" },
        { Request(programs: """[{"id":"p","hours":40,"price":{"once":"49","perCourse":1},"teaches":[]}]"""), "/programs/0/price/perCourse", "perCourse" },
        { Request(programs: """[{"id":"p","hours":40,"price":{"once":"49"},"teaches":[{"skill":"s","level":1},{"skill":"s","level":2}]}]"""), "/programs/0/teaches/1/skill", "\"s\"" },
        { Request(programs: """[{"id":"p","hours":40,"price":{"once":"49"},"teaches":[{"skill":"s"}]}]"""), "/programs/0/teaches/0/level", "nothing" },
        { Request(currency: "\"JPY\"", programs: """[{"id":"p","hours":40,"price":{"once":"49.0"},"teaches":[]}]"""), "/programs/0/price/once", "\"49.0\"" },
        { Request(currency: "\"KWD\"", programs: """[{"id":"p","hours":40,"price":{"once":49.0001},"teaches":[]}]"""), "/programs/0/price/once", "49.0001" },

        // Subscriptions and aid
        { Request(more: ""","subscriptions":[{"id":"plus"}]"""), "/subscriptions/0/perMonth", "nothing" },
        { Request(more: ""","subscriptions":[{"perMonth":"5"}]"""), "/subscriptions/0/id", "nothing" },
        { Request(more: ""","subscriptions":[{"id":"a","perMonth":"5"},{"id":"a","perMonth":"6"}]"""), "/subscriptions/1/id", "\"a\"" },
        { Request(more: ""","subscriptions":[{"id":"a","perMonth":"5.005"}]"""), "/subscriptions/0/perMonth", "\"5.005\"" },
        { Request(more: ""","aid":[{"id":"g","percent":50}]"""), "/aid/0/programs", "nothing" },
        { Request(more: ""","aid":[{"programs":["p"],"percent":50}]"""), "/aid/0/id", "nothing" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"]}]"""), "/aid/0/percent", "nothing" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":50,"amount":"5"}]"""), "/aid/0/amount", "\"5\"" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"amount":"5","percent":50}]"""), "/aid/0/percent", "50" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":101}]"""), "/aid/0/percent", "101" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":-1}]"""), "/aid/0/percent", "-1" },
        { Request(more: ""","aid":[{"id":"g","programs":["q"],"percent":50}]"""), "/aid/0/programs/0", "\"q\"" },
        { Request(more: ""","aid":[{"id":"g","programs":["p","p"],"percent":50}]"""), "/aid/0/programs/1", "\"p\"" },
        { Request(more: ""","aid":[{"id":"g","programs":[],"percent":50},{"id":"g","programs":[],"percent":5}]"""), "/aid/1/id", "\"g\"" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":50,"atMost":-1}]"""), "/aid/0/atMost", "-1" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":50,"atMost":null}]"""), "/aid/0/atMost", "null" },
        { Request(more: ""","aid":[{"id":"g","programs":["p"],"percent":50,"stacksWith":[]}]"""), "/aid/0/stacksWith", "stacksWith" },

        // Questions, goals, time
        { Request(more: ""","ask":"cheapest" """), "/ask", "\"cheapest\"" },
        { Request(more: ""","ask":["cheapest","best"]"""), "/ask/1", "\"best\"" },
        { Request(more: ""","ask":["transitions"]"""), "/ask/0", "\"transitions\"" },
        { Request(more: ""","ask":[{}]"""), "/ask/0/transitions", "nothing" },
        { Request(more: ""","ask":[{"transitions":{"by":"cost"}}]"""), "/ask/0/transitions/top", "nothing" },
        { Request(more: ""","ask":[{"transitions":{"top":20}}]"""), "/ask/0/transitions/by", "nothing" },
        { Request(more: ""","ask":[{"transitions":{"by":"hours","top":20}}]"""), "/ask/0/transitions/by", "\"hours\"" },
        { Request(more: ""","ask":[{"transitions":{"by":"cost","top":0}}]"""), "/ask/0/transitions/top", "0" },
        { Request(more: ""","goals":[{"id":"g"}]"""), "/goals/0/needs", "nothing" },
        { Request(more: ""","goals":[{"needs":[]}]"""), "/goals/0/id", "nothing" },
        { Request(more: ""","goals":[{"id":"g","needs":[]},{"id":"g","needs":[]}]"""), "/goals/1/id", "\"g\"" },
        { Request(more: ""","goals":[{"id":"g","needs":[{"skill":"s","level":2,"weight":5},{"skill":"s","level":2,"weight":5}]}]"""), "/goals/0/needs/1/skill", "\"s\"" },
        { Request(more: ""","timeLimitSeconds":-1"""), "/timeLimitSeconds", "-1" },
        { Request(more: ""","timeLimitSeconds":"10" """), "/timeLimitSeconds", "\"10\"" },
        { Request(more: ""","timeLimitSeconds":null"""), "/timeLimitSeconds", "null" },
        { Request(more: ""","timeLimitSeconds":1e400"""), "/timeLimitSeconds", "1e400" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_bad_request_is_refused_at_its_problem(string json, string path, string found)
    {
        PlanReading<PlanRequest> reading = PlanRequestJson.Read(json);

        reading.Error.ShouldNotBeNull();
        (reading.Error.Code, reading.Error.Path, reading.Error.Found).ShouldBe((PlanError.InvalidRequest, path, found));
    }

    [Fact]
    public void The_request_that_all_refusals_start_from_is_accepted() => PlanRequestJson.Read(Request()).Error.ShouldBeNull();

    [Fact]
    public void The_error_is_the_object_of_the_contract() =>
        PlanRequestJson.Read(Request(programs: """[{"id":"p","hours":-4,"price":{"once":1},"teaches":[]}]""")).Error!.ToJson()
            .ShouldBe("""{"error":{"code":"invalidRequest","path":"/programs/0/hours","expected":"an integer 1 to 100000","found":"-4"}}""");

    public static TheoryData<string, string> TwoProblems => new()
    {
        // An unknown name is known as unknown only at the end, and still stands before the second problem.
        { With("\"after\":[\"nobody\"],\"language\":7"), "/programs/0/after/0" },
        { With("\"language\":7,\"after\":[\"nobody\"]"), "/programs/0/language" },

        // An amount is judged by a currency that stands after it.
        { """{"limits":{"hoursPerWeek":8,"startOn":"2027-01-04","budget":"1.5"},"currency":"JPY","needs":0,"programs":[]}""", "/limits/budget" },
        { """{"limits":{"hoursPerWeek":8,"startOn":"2027-01-04","budget":"1.50000"},"currency":"FOO","needs":[],"programs":[]}""", "/currency" },

        // A missing member stands at the end of its object.
        { """{"limits":{"hoursPerWeek":8},"needs":[],"programs":[]}""", "/limits/startOn" },
        { """{"currency":"USD","limits":{"hoursPerWeek":800},"needs":[],"programs":[]}""", "/limits/hoursPerWeek" },
        { """{"needs":[],"programs":[],"limits":{"hoursPerWeek":8,"startOn":"2027-01-04","budget":-1}}""", "/limits/budget" },
        { """{"programs":[{"id":"p","hours":0}]}""", "/programs/0/hours" },
        { """{"programs":[{"id":"p"}]}""", "/programs/0/hours" },

        // A ring stands at its first entry, a doubled id at the second.
        { Request(programs: """[{"id":"a","hours":1,"price":{"once":1},"teaches":[],"after":["b"]},{"id":"b","hours":1,"price":{"once":1},"teaches":[],"after":["c"]},{"id":"c","hours":1,"price":{"once":1},"teaches":[],"after":["b"]}]"""), "/programs/1/after/0" },
        { Request(programs: """[{"id":"a","hours":1,"price":{"once":1},"teaches":[]},{"id":"a","hours":1,"price":{"once":-1},"teaches":[]}]"""), "/programs/1/id" },
        { Request(more: ""","x":1,"y":2"""), "/x" },
    };

    [Theory]
    [MemberData(nameof(TwoProblems))]
    public void Of_two_problems_the_first_in_the_document_is_reported(string json, string path) =>
        PlanRequestJson.Read(json).Error!.Path.ShouldBe(path);

    [Fact]
    public void More_than_fifty_thousand_programs_are_refused() =>
        PlanRequestJson.Read(Request(programs: "[" + string.Join(',', Enumerable.Repeat("0", 50_001)) + "]")).Error!
            .ShouldSatisfyAllConditions(e => e.Path.ShouldBe("/programs"), e => e.Found.ShouldBe("50001 programs"));

    [Fact]
    public void Fifty_thousand_programs_are_read() =>
        PlanRequestJson.Read(Request(programs: "[" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => Program.Replace("\"p\"", $"\"p{i}\"", StringComparison.Ordinal))) + "]"))
            .Value!.Programs.Count.ShouldBe(50_000);

    [Fact]
    public void More_than_a_thousand_needs_are_refused() =>
        PlanRequestJson.Read(Request(needs: "[" + string.Join(',', Enumerable.Range(0, 1_001).Select(i => $$"""{"skill":"s{{i}}","level":1,"weight":1}""")) + "]")).Error!
            .Path.ShouldBe("/needs");

    [Fact]
    public void A_ring_of_fifty_thousand_programs_is_found()
    {
        string programs = string.Join(',', Enumerable.Range(0, 50_000).Select(i =>
            $$"""{"id":"p{{i}}","hours":1,"price":{"once":1},"teaches":[],"after":["p{{(i + 1) % 50_000}}"]}"""));

        PlanRequestJson.Read(Request(programs: $"[{programs}]")).Error!.Path.ShouldBe("/programs/0/after/0");
    }

    [Fact]
    public void Deep_nesting_is_refused_where_it_begins() =>
        PlanRequestJson.Read(Request(more: $",\"deep\":{new string('[', 100_000)}{new string(']', 100_000)}")).Error!
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(PlanError.InvalidRequest), e => e.Path.ShouldBe("/deep"));

    public static TheoryData<string, int, int> Unreadable => new()
    {
        { "", 1, 1 },
        { "   ", 1, 4 },
        { "{", 1, 2 },
        { "{\n  \"currency\": ,\n}", 2, 15 },
        { "{\"a\":1,}", 1, 8 },
        { "{\"a\":1} x", 1, 9 },
        { "{} {}", 1, 4 },
        { "// hello\n{}", 1, 1 },
        { "{\"a\":NaN}", 1, 6 },
        { "{\"a\":Infinity}", 1, 6 },
        { "{'a':1}", 1, 2 },
        { "\uFEFF{}", 1, 1 },
        { "{\"a\":\"\n\"}", 1, 7 },
        { "{\"é\":\"𝄞\",}", 1, 10 },
        { "[1,2\n,3", 2, 3 },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_not_JSON_is_unreadable_with_line_and_column(string json, int line, int column)
    {
        PlanError error = PlanRequestJson.Read(json).Error!;

        (error.Code, error.Line, error.Column, error.Path).ShouldBe((PlanError.Unreadable, line, column, null));
    }

    [Theory]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("0x10")]
    [InlineData("tru")]
    [InlineData("\"\\x\"")]
    public void A_value_outside_the_grammar_is_unreadable(string value) =>
        PlanRequestJson.Read(Request(more: $",\"has\":{value}")).Error!.Code.ShouldBe(PlanError.Unreadable);

    [Fact]
    public void A_byte_that_is_not_UTF8_is_unreadable_where_it_stands()
    {
        PlanError error = PlanRequestJson.Read([.. "{\n\"a\":\"é"u8, 0xFF, .. "\"}"u8]).Error!;

        (error.Code, error.Line, error.Column, error.Found).ShouldBe((PlanError.Unreadable, 2, 7, "the byte 0xFF, which is not UTF-8"));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_string_is_unreadable() =>
        PlanRequestJson.Read("{\n\"a\":\"\ud800\"}").Error!.ShouldSatisfyAllConditions(e => e.Line.ShouldBe(2), e => e.Column.ShouldBe(6));

    [Fact]
    public void Every_cut_of_a_good_request_is_unreadable()
    {
        string json = Request();

        Enumerable.Range(0, json.Length).ShouldAllBe(length => PlanRequestJson.Read(json.Substring(0, length)).Error!.Code == PlanError.Unreadable);
    }

    [Fact]
    public void A_long_value_is_shown_shortened() =>
        PlanRequestJson.Read(Limit($"\"budget\":\"{new string('9', 5_000)}\"")).Error!.Found.Length.ShouldBeLessThanOrEqualTo(60);
}
