using Cairn.Web.Features.Skills.Onet;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

[Properties(Replay = "(20261126,7)")]
public sealed class TechnologySlugTests
{
    [Theory]
    [InlineData("Python", "python")]
    [InlineData("C++", "c_p_p")]
    [InlineData("C#", "c_s")]
    [InlineData("Node.js", "node.js")]
    [InlineData("A Co. Inc.", "a-co.-inc_d")]
    [InlineData("Go  language", "go-language")]
    [InlineData("Yahoo!", "yahoo_x0021")]
    public void A_name_becomes_a_key_that_reads_like_it(string name, string slug) => TechnologySlug.Of(name).ShouldBe(slug);

    [Property]
    public bool Two_names_share_a_key_only_if_they_differ_in_case_and_spaces(string first, string second)
    {
        string Plain(string? name) => string.Join(' ', (name ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return TechnologySlug.Of(first ?? "") == TechnologySlug.Of(second ?? "") == (Plain(first) == Plain(second));
    }

    [Property]
    public bool A_key_stands_in_an_address_as_it_is(string name) => Uri.EscapeDataString(TechnologySlug.Of(name ?? "")) == TechnologySlug.Of(name ?? "");
}
