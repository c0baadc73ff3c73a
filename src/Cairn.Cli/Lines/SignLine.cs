using System.Text.Json;
using Cairn.Cli.Verbs;
using Cairn.Credentials;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"sign","credential":{…},"key":{…}}</c>: the credential with its proof, or a compact JWS.</summary>
internal static class SignLine
{
    internal const string Name = "sign";

    internal static Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        try
        {
            ReadOnlySpan<byte> credential = line.Needed("credential");
            using SigningKey key = KeyFile.Read(line.Needed("key"));
            var options = new SigningOptions
            {
                Cryptosuite = line.TextIfThere("suite"),
                Created = line.TextIfThere("created"),
                WithoutCreated = line.IsNull("created"),
                MandatoryPointers = line.Texts("mandatoryPointers"),
            };
            if (options.Cryptosuite == CredentialSign.Jwt)
            {
                // A JWT has no date of its own and shows all it has: the other members say nothing.
                answer.WriteString("result", JwsSigner.Sign(credential, key).Utf8.Span);
            }
            else
            {
                SignedCredential signed = CredentialSigner.Sign(credential, key, options);
                answer.WritePropertyName("result");
                answer.WriteRawValue(signed.Utf8.Span, skipInputValidation: true);
            }
        }
        catch (Exception problem) when (problem is BadLineException or KeyException or CredentialException)
        {
            answer.WriteString("error", problem.Message);
        }

        return Task.CompletedTask;
    }
}
