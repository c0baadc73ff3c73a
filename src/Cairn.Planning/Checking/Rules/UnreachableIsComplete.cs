using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>The unreachable list has every need that is not held and that no program teaches at its level, whatever the limits.</summary>
internal static class UnreachableIsComplete
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        IReadOnlyList<string> unreachable = new CheckedNeeds(request).Unreachable;
        return
        [
            .. unreachable.Except(answer.Unreachable).Select(skill => $"unreachable: {skill} is taught by nobody, and is not listed."),
            .. answer.Unreachable.Except(unreachable).Select(skill => $"unreachable: {skill} is listed, and is held, taught or not needed."),
            .. answer.Unreachable.GroupBy(skill => skill).Where(group => group.Count() > 1).Select(group => $"unreachable: {group.Key} is listed twice."),
        ];
    }
}
