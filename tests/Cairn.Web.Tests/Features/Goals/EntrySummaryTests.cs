using System.Globalization;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Goals;

public sealed class EntrySummaryTests
{
    [Fact]
    public void Nothing_known_promises_nothing() => Of().ShouldSatisfyAllConditions(s => s.IsOpen.ShouldBeFalse(), s => s.Lines.ShouldBeEmpty());

    [Fact]
    public void A_degree_that_most_have_is_said_of_most() =>
        Of(Row(EntryConditionKind.Education, "onet", "High School Diploma", 2_000), Row(EntryConditionKind.Education, "onet", "Bachelor's Degree", 6_200))
            .ShouldSatisfyAllConditions(s => s.Education.ShouldBe("Bachelor's degree"), s => s.ByMost.ShouldBeTrue(), s => s.IsOpen.ShouldBeTrue());

    [Fact]
    public void A_degree_that_fewer_than_half_have_is_not_said_of_most() =>
        Of(Row(EntryConditionKind.Education, "onet", "Bachelor's Degree", 4_000)).ByMost.ShouldBeFalse();

    [Fact]
    public void A_school_diploma_opens_nothing() =>
        Of(Row(EntryConditionKind.Education, "bls", "High school diploma or equivalent"), Row(EntryConditionKind.Experience, "bls", "None")).IsOpen.ShouldBeFalse();

    [Fact]
    public void A_licence_leaves_the_conditions_open() => Of(Row(EntryConditionKind.Licence, "esco", "regulated")).IsOpen.ShouldBeTrue();

    [Fact]
    public void Years_of_experience_leave_the_conditions_open() => Of(Row(EntryConditionKind.Experience, "bls", "5 years or more")).IsOpen.ShouldBeTrue();

    [Fact]
    public void Of_a_distribution_the_commonest_is_shown() =>
        Of(Row(EntryConditionKind.Education, "onet", "A", 2_000), Row(EntryConditionKind.Education, "onet", "B", 6_200)).Lines.ShouldHaveSingleItem().Text.ShouldBe("B");

    private static EntrySummary Of(params EntryCondition[] rows)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        return EntrySummary.Of(rows, Texts.Load());
    }

    private static EntryCondition Row(EntryConditionKind kind, string source, string text, int? share = null) =>
        new() { OccupationId = new OccupationId("o"), Kind = kind, Source = source, Ordinal = 0, Text = text, Share = share };
}
