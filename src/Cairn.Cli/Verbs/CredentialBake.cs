using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential bake FILE --image IN.png|IN.svg --out OUT</c></summary>
internal static class CredentialBake
{
    private const string Description = """
        Put a credential into a picture, PNG or SVG. No pixel changes; one that was in it already is replaced.

        The credential is baked as it is: what is not signed stays unsigned. A picture or credential that cannot be read is exit 65.

        Examples:
          cairn credential bake signed.json --image badge.png --out award.png
          cairn credential bake signed.jwt --image badge.svg --out award.svg
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The credential, JSON or compact JWS, or - for standard input." };
        var image = new Option<string>("--image") { Description = "The picture, a PNG or SVG.", HelpName = "IN", Required = true };
        var output = new Option<string>("--out") { Description = "Where the picture with the credential goes.", HelpName = "OUT", Required = true };
        var verb = new Command("bake", Description) { file, image, output };
        verb.Validators.Add(words =>
        {
            if (words.GetValue(file) == InputFile.StandardInput && words.GetValue(image) == InputFile.StandardInput)
            {
                words.AddError("Only one of FILE and --image can be standard input.");
            }
        });
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            string imageName = parsed.GetRequiredValue(image);
            byte[] credential = CredentialInput.Read(name, streams.Input, null);
            byte[] picture = InputFile.ReadAll(imageName, streams.Input, "a PNG or SVG", InputFile.MostBytesOfACredential);
            // Which of the two is wrong is in the message.
            byte[] baked = CredentialErrors.Reading(name, () => Baking.Bake(picture, credential));
            OutputFile.Write(parsed.GetRequiredValue(output), baked);
            return ExitCode.Done;
        });
        return verb;
    }
}
