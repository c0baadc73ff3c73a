using System.CommandLine;
using Cairn.Credentials.Models;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential inspect FILE [--json]</c></summary>
internal static class CredentialInspect
{
    private const string Description = """
        Show what a credential says, as a person reads it: JSON, JWS, or a picture with one in it; Open Badges 2.0 and 3.0, CLR 2.0, presentations.

        Nothing is checked, and nothing here says whether it is genuine: anybody can write such a text. See cairn credential verify.

        Examples:
          cairn credential inspect award.png
          cairn credential inspect award.jwt --json
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The credential, or - for standard input." };
        var json = new Option<bool>("--json") { Description = "The document itself as JSON, out of its picture or JWS." };
        var verb = new Command("inspect", Description) { file, json };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            byte[] bytes = CredentialInput.Read(name, streams.Input, null);
            CredentialView view = CredentialErrors.Reading(name, () => CredentialView.Read(bytes));
            if (parsed.GetValue(json))
            {
                streams.Write(PlainJson.Write(view.Json, streams.PersonReads).Span);
            }
            else
            {
                streams.Print(CredentialText.Of(view));
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
