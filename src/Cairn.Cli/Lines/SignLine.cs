using System.Text.Json;
using Cairn.Cli.Verbs;
using Cairn.Credentials;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"sign","credential":{…},"key":{…}}</c>: the credential with its proof, or a compact JWS, and a <c>warning</c> where there is one.</summary>
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
            bool isJws = options.Cryptosuite == CredentialSign.Jwt;
            // A JWT has no date of its own and shows all it has: the other members say nothing.
            SignedCredential signed = isJws ? JwsSigner.Sign(credential, key) : CredentialSigner.Sign(credential, key, options);
            if (isJws)
            {
                answer.WriteString("result", signed.Utf8.Span);
            }
            else
            {
                answer.WritePropertyName("result");
                answer.WriteRawValue(signed.Utf8.Span, skipInputValidation: true);
            }

            if (signed.Warning is { } warning)
            {
                answer.WriteString("warning", warning);
            }
        }
        catch (Exception problem) when (problem is BadLineException or KeyException or CredentialException)
        {
            answer.WriteString("error", problem.Message);
        }

        return Task.CompletedTask;
    }
}
