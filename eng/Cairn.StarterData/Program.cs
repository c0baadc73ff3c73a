using Cairn.StarterData;

return args switch
{
    ["make", var data, var target] => await MakeStarter.RunAsync(data, target),
    ["report", var file] => await StarterReport.RunAsync(file),
    ["unlinked", var file, var count] => await UnlinkedTopics.RunAsync(file, count),
    ["links", ..] => MeasureLinks.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        make DATA FILE     makes the starter file from the public lists in DATA (the folders onet, esco, bls, crosswalks and courses)
        report FILE        what is in a starter file, and for which occupations its programs teach enough
        unlinked FILE COUNT   the needs that no program teaches, COUNT of them, and the topics and titles of fresh programs that link to nothing
        links DATA ROWS.tsv title|listed|guessed COUNT SEED   a sample of links to judge by reading; ROWS: title, language, topics separated by |
        """);
    return 64;
}
