namespace Cairn.Planning.Checking.Rules;

/// <summary>Recognition is the sum, over open and reached needs, of weight times the highest tier of what reaches them.</summary>
internal static class RecognitionIsAsReported
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) => plan.Recognition(plan.Placed) is var recognition && recognition != plan.Plan.Recognition
        ? [$"Its recognition is {recognition}, and the answer says {plan.Plan.Recognition}."]
        : [];
}
