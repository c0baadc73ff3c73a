using Cairn.Bench;

return args switch
{
    ["planner", .. var rest] => PlannerBench.Run(rest),
    _ => PlannerBench.Usage(),
};
