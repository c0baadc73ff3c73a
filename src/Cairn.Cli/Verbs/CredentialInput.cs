using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary>Errors of the library of credentials as a shell shows them.</summary>
internal static class CredentialInput
{
    internal const string Credential = "a credential: .json, .jws, .jwt, .png or .svg";

    internal const string Image = "a PNG or SVG";

    /// <exception cref="UnreadableInputException">The library refused what stands in the file: which file, where, and what was found.</exception>
    internal static T Reading<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (CredentialException problem)
        {
            string name = file == InputFile.StandardInput ? "standard input" : file;
            throw new UnreadableInputException($"cairn: {name}: {Plain.Text(problem.Message)}");
        }
    }
}
