using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential unbake IMAGE</c></summary>
internal static class CredentialUnbake
{
    private const string Description = """
        Take the credential out of a picture, PNG or SVG, Open Badges 3.0 or 2.0. The text is written exactly as it is found; nothing is checked.

        None or several in it, a wrong checksum, a cut file or text that is not UTF-8 is exit 65.

        Examples:
          cairn credential unbake award.png > award.json
          cairn credential unbake award.svg | cairn credential verify -
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("IMAGE") { Description = "The picture, or - for standard input." };
        var verb = new Command("unbake", Description) { file };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            byte[] image = InputFile.ReadAll(name, streams.Input, "a PNG or SVG", InputFile.MostBytesOfACredential);
            streams.Write(CredentialErrors.Reading(name, () => Baking.Unbake(image)));
            return ExitCode.Done;
        });
        return verb;
    }
}
