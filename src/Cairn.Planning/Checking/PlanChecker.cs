using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>Checks answers.</summary>
public static class PlanChecker
{
    /// <summary>Every broken rule.</summary>
    public static IReadOnlyList<string> Check(PlanRequest request, PlanAnswer answer) => throw new NotSupportedException("The checker is being built.");
}
