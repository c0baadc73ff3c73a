using Cairn.Bench;

return args switch
{
    ["requests", .. var rest] => await OccupationRequests.WriteAsync(rest),
    ["proven", .. var rest] => await OccupationRequests.CountProvenAsync(rest),
    ["generate", .. var rest] => GeneratedRequests.Write(rest),
    ["planner", .. var rest] => PlannerBench.Run(rest),
    ["search", .. var rest] => await SearchBench.RunAsync(rest),
    ["start", .. var rest] => await StartBench.RunAsync(rest),
    ["imports", .. var rest] => await ImportBench.RunAsync(rest),
    _ => OccupationRequests.Usage() | GeneratedRequests.Usage() | PlannerBench.Usage() | SearchBench.Usage() | StartBench.Usage() | ImportBench.Usage(),
};
