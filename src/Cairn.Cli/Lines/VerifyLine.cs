using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"verify","credential":{…}}</c>: the report of the verifier.</summary>
internal static class VerifyLine
{
    internal const string Name = "verify";

    internal static Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        try
        {
            JsonObject result = Verify(line).ToJson();
            answer.WritePropertyName("result");
            result.WriteTo(answer);
        }
        catch (BadLineException wrong)
        {
            answer.WriteString("error", wrong.Message);
        }

        return Task.CompletedTask;
    }

    private static VerificationReport Verify(Line line)
    {
        ReadOnlySpan<byte> credential = line.Needed("credential");
        var options = new VerificationOptions
        {
            ProofOnly = ProofOnly(line),
            At = line.TextIfThere("at") is not { } at ? null
                : VerificationOptions.TryReadMoment(at, out DateTimeOffset moment) ? moment
                : throw new BadLineException($"The member at is {at}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z."),
            Challenge = line.TextIfThere("challenge"),
            Domain = line.TextIfThere("domain"),
            ExpectedHolder = line.TextIfThere("expectedHolder"),
            Documents = line.Documents(),
        };
        try
        {
            return CredentialVerifier.Verify(credential, options);
        }
        catch (CredentialException wrong)
        {
            throw new BadLineException(wrong.Message);
        }
    }

    private static bool ProofOnly(Line line) => line.NodeIfThere("checks") switch
    {
        null when !line.TryGet("checks", out _) => false,
        JsonArray { Count: 1 } checks when checks[0]?.GetValueKind() == JsonValueKind.String && checks[0]!.GetValue<string>() == "proof" => true,
        _ => throw new BadLineException("""The member checks is neither absent nor ["proof"]."""),
    };
}
