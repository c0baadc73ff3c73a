using Cairn.Web.Features.Catalogue.Lists;

namespace Cairn.StarterData;

/// <summary>Facts gathered one by one: well-known.csv, with a source and a day in every row.</summary>
internal static class WellKnownFacts
{
    public static ReadList Read() => ReadProgramList.Read(new ProgramListOptions(
        Path.Combine(AppContext.BaseDirectory, "well-known.csv"), Path.Combine(AppContext.BaseDirectory, "well-known.map.json")));
}
