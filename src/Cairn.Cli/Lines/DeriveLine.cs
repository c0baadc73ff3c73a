using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"derive","credential":{…},"selectivePointers":["/credentialSubject/name"]}</c>: the credential that shows those parts.</summary>
internal static class DeriveLine
{
    internal const string Name = "derive";

    internal static Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        try
        {
            if (line.Needed("selectivePointers").SequenceEqual("null"u8))
            {
                throw new BadLineException("The member selectivePointers is not an array of texts.");
            }

            JsonObject derived = CredentialDeriver.Derive(line.Needed("credential"), line.Texts("selectivePointers"), line.Documents());
            answer.WritePropertyName("result");
            derived.WriteTo(answer);
        }
        catch (Exception problem) when (problem is BadLineException or CredentialException)
        {
            answer.WriteString("error", problem.Message);
        }

        return Task.CompletedTask;
    }
}
