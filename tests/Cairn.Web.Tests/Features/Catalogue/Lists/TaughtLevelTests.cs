using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class TaughtLevelTests
{
    [Theory]
    [InlineData(OfferKind.Course, 1, 200, 1)]
    [InlineData(OfferKind.Program, 1, 39, 1)]
    [InlineData(OfferKind.Program, 1, null, 1)]
    public void What_begins_at_introductory_level_and_is_short_or_a_single_course_stays_there(object offer, int level, int? hours, int taught) =>
        TaughtLevel.Of(Program((OfferKind)offer, level, hours)).ShouldBe(taught);

    [Theory]
    [InlineData(OfferKind.Program)]
    [InlineData(OfferKind.ProjectProgram)]
    [InlineData(OfferKind.Apprenticeship)]
    public void A_program_of_forty_hours_that_begins_at_introductory_level_ends_at_working_level(object offer) =>
        TaughtLevel.Of(Program((OfferKind)offer, 1, 40)).ShouldBe(2);

    [Theory]
    [InlineData(null, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void A_stated_higher_level_counts_as_it_is_and_none_counts_as_working(int? stated, int taught) =>
        TaughtLevel.Of(Program(OfferKind.Course, stated, 10)).ShouldBe(taught);

    private static LearningProgram Program(OfferKind offer, int? level, int? hours) => new()
    {
        Id = new ProgramId("p"),
        ProviderId = new ProviderId("x"),
        Offer = offer,
        Credential = CredentialType.Certificate,
        Level = level,
        Hours = hours,
        AsOf = new DateOnly(2026, 1, 1),
        ListId = "list",
    };
}
