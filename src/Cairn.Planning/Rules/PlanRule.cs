using Cairn.Planning.Contract;
using Cairn.Planning.Model;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Rules;

/// <summary>
/// One true sentence about every valid plan. A rule says which programs can never be in a plan, what it asks of the choice
/// alone, and what it asks of the calendar. What it asks of the choice must hold for every valid plan, but need not be all of it.
/// </summary>
internal abstract class PlanRule
{
    /// <summary>False when no valid plan holds the program, whatever else it holds.</summary>
    public virtual bool Admits(Catalogue catalogue, int program, PlanLimits limits) => true;

    public virtual void LimitChoice(PlanModel model)
    {
    }

    public virtual void LimitCalendar(PlanModel model)
    {
    }
}
