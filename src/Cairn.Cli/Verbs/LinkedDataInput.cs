using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Cli.Verbs;

/// <summary>Errors of the libraries of linked data as a shell shows them.</summary>
internal static class LinkedDataInput
{
    /// <exception cref="UnreadableInputException">The library refused what stands in the file: which file, the code, where, and what was found.</exception>
    internal static T Reading<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is JsonLdException or NQuadsException or WorkLimitException)
        {
            throw new UnreadableInputException($"cairn: {InputFile.NameOf(file)}: {Plain.Text(problem.Message)}");
        }
    }
}
