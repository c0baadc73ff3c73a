using Cairn.Web.Features.Goals;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Goals;

public sealed class PrivateLinkTests
{
    [Fact]
    public void A_link_is_lower_case_and_has_no_letter_that_looks_like_another() => PrivateLink.New().ShouldMatch("^[0-9a-hjkmnp-tv-z]{26}$");

    [Fact]
    public void No_two_links_are_the_same() => Enumerable.Range(0, 10_000).Select(_ => PrivateLink.New()).Distinct().Count().ShouldBe(10_000);

    [Fact]
    public void Every_letter_of_a_link_varies()
    {
        var links = Enumerable.Range(0, 2_000).Select(_ => PrivateLink.New()).ToList();

        Enumerable.Range(0, PrivateLink.Length - 1).ShouldAllBe(place => links.Select(link => link[place]).Distinct().Count() == 32);
        // 128 bits are 25 letters of five and three bits more.
        links.Select(link => link[^1]).Distinct().Count().ShouldBe(8);
    }
}
