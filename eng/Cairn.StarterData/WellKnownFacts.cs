using Cairn.Web.Features.Catalogue.Lists;

namespace Cairn.StarterData;

/// <summary>Facts gathered by hand (well-known.csv, a source and a day in every row) and those of Harvard's public list.</summary>
internal static class WellKnownFacts
{
    public static IEnumerable<ReadList> Read(string courses)
    {
        var harvard = ReadProgramList.Read(new ProgramListOptions(Path.Combine(courses, "harvard_professional_2026.csv")));
        yield return harvard with
        {
            Mapping = harvard.Mapping with
            {
                List = harvard.Mapping.List with
                {
                    Id = "well-known-harvard",
                    Name = "Short programs of Harvard University, spring 2026",
                    Publisher = "The Cairn developers",
                    Attribution = "Facts of programs (title, link, form, price, length) stated from their public pages. Cairn is not connected with Harvard University.",
                },
            },
        };
        var facts = Path.Combine(AppContext.BaseDirectory, "well-known.csv");
        yield return ReadProgramList.Read(new ProgramListOptions(facts, Path.Combine(AppContext.BaseDirectory, "well-known.map.json")));
    }
}
