using System.CommandLine;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential derive FILE [--reveal POINTER]…</c></summary>
internal static class CredentialDerive
{
    private const string Description = """
        From a credential signed with ecdsa-sd-2023, make one that shows only some parts and can be verified.

        What its issuer made mandatory is always shown; --reveal adds to it, and together they must show /credentialSubject or a part of it.
        A pointer to nothing, or a proof that is not this credential's, is exit 65.

        Examples:
          cairn credential derive signed.json --reveal /credentialSubject/birthCountry --reveal /validUntil > shown.json
          cairn credential derive signed.json
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The credential with its base proof, or - for standard input." };
        var reveal = new Option<string[]>("--reveal") { Description = "A JSON pointer to what is shown. May be given again.", HelpName = "POINTER" };
        var verb = new Command("derive", Description) { file, reveal };
        var documents = new DocumentOptions();
        documents.AddTo(verb);
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            byte[] credential = InputFile.ReadAll(name, streams.Input, "a credential as JSON", InputFile.MostBytesOfACredential);
            JsonObject derived = CredentialErrors.Reading(name, () => CredentialDeriver.Derive(credential, parsed.GetValue(reveal) ?? [], documents.Read(parsed)));
            streams.Write(PlainJson.Write(derived, streams.PersonReads).Span);
            return ExitCode.Done;
        });
        return verb;
    }
}
