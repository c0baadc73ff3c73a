using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>Each program is paid by what can pay it: its price, its subscription, or one aid that lists it and is given no more often than it may.</summary>
internal static class PaymentIsPossible
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        for (int i = 0; i < plan.Placed.Count; i++)
        {
            if (plan.Payments[i] is null)
            {
                yield return $"{plan.Placed[i].Id} cannot be paid by {plan.Placed[i].Place.Pays}.";
            }
        }

        foreach (Aid aid in plan.Request.Aid)
        {
            int given = plan.Payments.Count(payment => ReferenceEquals(payment?.Aid, aid));
            if (given > aid.AtMost)
            {
                yield return $"{aid.Id} pays {given} programs, and at most {aid.AtMost} are allowed.";
            }
        }
    }
}
