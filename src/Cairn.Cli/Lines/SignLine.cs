using System.Text.Json;
using Cairn.Cli.Verbs;
using Cairn.Credentials;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"sign","credential":{…},"key":{…}}</c>: the credential with its proof.</summary>
internal static class SignLine
{
    internal const string Name = "sign";

    internal static Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        try
        {
            ReadOnlySpan<byte> credential = line.Needed("credential");
            using SigningKey key = KeyFile.Read(line.Needed("key"));
            if (line.TextIfThere("suite") == CredentialSign.Jwt)
            {
                answer.WriteString("result", JwsSigner.Sign(credential, key).Utf8.Span);
                return Task.CompletedTask;
            }

            SignedCredential signed = CredentialSigner.Sign(credential, key, new SigningOptions
            {
                Cryptosuite = line.TextIfThere("suite"),
                Created = line.TextIfThere("created"),
                WithoutCreated = line.IsNull("created"),
                MandatoryPointers = line.Texts("mandatoryPointers"),
            });
            answer.WritePropertyName("result");
            answer.WriteRawValue(signed.Utf8.Span, skipInputValidation: true);
        }
        catch (Exception problem) when (problem is BadLineException or KeyException or CredentialException)
        {
            answer.WriteString("error", problem.Message);
        }

        return Task.CompletedTask;
    }
}
