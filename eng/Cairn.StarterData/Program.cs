using Cairn.StarterData;

return args switch
{
    ["links", ..] => MeasureLinks.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        links DATA ROWS.tsv title|listed|guessed COUNT SEED   a sample of links to judge by reading; ROWS: title, language, topics separated by |
        """);
    return 64;
}
