using Cairn.Bench;

return args switch
{
    ["planner", .. var rest] => PlannerBench.Run(rest),
    ["search", .. var rest] => await SearchBench.RunAsync(rest),
    ["start", .. var rest] => await StartBench.RunAsync(rest),
    _ => PlannerBench.Usage() | SearchBench.Usage() | StartBench.Usage(),
};
