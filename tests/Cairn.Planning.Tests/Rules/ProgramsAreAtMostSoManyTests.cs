using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class ProgramsAreAtMostSoManyTests
{
    private static readonly PlanRequest Request = For(Program("p"), Program("q", "t"), Program("both", "s t", price: 9_00)).Needing("s", "t");

    [Fact]
    public void No_program_more_than_asked() => Request.Within(l => l with { MaxPrograms = 1 }).Cheapest().ShouldHold("both");

    [Fact]
    public void Without_the_limit_the_cheaper_two_are_taken() => Request.Cheapest().ShouldHold("p", "q");
}
