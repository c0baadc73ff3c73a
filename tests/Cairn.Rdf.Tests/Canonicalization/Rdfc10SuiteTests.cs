using Xunit;

namespace Cairn.Rdf.Tests.Canonicalization;

public sealed class Rdfc10SuiteTests
{
    public static IEnumerable<TheoryDataRow<string>> Tests() => Suite.Tests();

    [Theory]
    [MemberData(nameof(Tests))]
    public void Each_test_of_the_suite_gives_what_it_expects(string id) => Suite.Run(id);
}
