using System.Globalization;
using System.Text;
using Cairn.Rdf;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Rdf;

public sealed class FromRdfTests
{
    private const string First = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>";
    private const string RestIsNil = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .";

    [Fact]
    public void Lists_in_lists_are_refused_beyond_the_budget() =>
        Should.Throw<JsonLdBudgetException>(() => JsonLdProcessor.FromRdf(Lists(50_000))).Budget.ShouldBe(nameof(JsonLdBudget.MaxListDepth));

    [Fact]
    public void A_list_that_holds_itself_is_refused() =>
        Should.Throw<JsonLdBudgetException>(() => JsonLdProcessor.FromRdf(NQuads.Parse($"_:a {First} _:a .\n_:a {RestIsNil}"))).Budget.ShouldBe(nameof(JsonLdBudget.MaxListDepth));

    [Fact]
    public void Lists_in_lists_are_read_up_to_the_budget() =>
        JsonLdProcessor.FromRdf(Lists(JsonLdBudget.Default.MaxListDepth)).Count.ShouldBe(1);

    private static IReadOnlyList<Quad> Lists(int depth)
    {
        var text = new StringBuilder("<urn:s> <urn:p> _:a0 .\n");
        for (var i = 0; i < depth; i++)
            text.Append(CultureInfo.InvariantCulture, $"_:a{i} {First} {(i + 1 < depth ? $"_:a{i + 1}" : "\"x\"")} .\n_:a{i} {RestIsNil}\n");
        return NQuads.Parse(text.ToString());
    }
}
