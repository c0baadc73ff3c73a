using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary>Errors of the library of credentials as a shell shows them.</summary>
internal static class CredentialErrors
{
    /// <exception cref="UnreadableInputException">The library refused what stands in the file: which file, where, and what was found and expected.</exception>
    internal static T Reading<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (CredentialException problem)
        {
            throw new UnreadableInputException($"cairn: {InputFile.NameOf(file)}: {Plain.Text(problem.Message)}");
        }
    }
}
