using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential sign FILE --key KEY [--suite SUITE] [--created TIME] [--mandatory POINTER]…</c></summary>
internal static class CredentialSign
{
    private const string Description = """
        Sign a credential. Apart from the proof the result is the input, members in their order; a proof that is there stays.

        What is not shaped like a credential, or would lose a member as linked data, is exit 65 with a JSON pointer to it. A suite that the key
        cannot do is exit 64. If the issuer is not who controls the key, a warning says so.

        With --suite jwt the result is a compact JWS whose payload is exactly the credential (VC-JOSE); credentials of version 1.1 cannot be signed so.

        Examples:
          cairn credential sign credential.json --key key.json > signed.json
          cairn credential sign credential.json --key key.json --suite eddsa-jcs-2022 --created 2026-01-31T12:00:00Z
          cairn credential sign credential.json --key key.json --suite jwt > signed.jwt
          cairn credential sign credential.json --key p256.json --suite ecdsa-sd-2023 --mandatory /issuer --mandatory /validFrom
        """;

    /// <summary>No cryptosuite, but another way to secure a credential: VC-JOSE.</summary>
    internal const string Jwt = "jwt";

    private static readonly string[] Suites = ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019", "ecdsa-sd-2023", Jwt];

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The credential, or - for standard input." };
        var key = new KeyOption();
        var suite = new Option<string?>("--suite") { Description = "How to sign. By default eddsa-rdfc-2022 with Ed25519, ecdsa-rdfc-2019 with P-256 and P-384." };
        suite.AcceptOnlyFromAmong(Suites);
        var created = new Option<string?>("--created") { Description = "The date in the proof, as it is written there; now by default, and none for the word null.", HelpName = "TIME" };
        var mandatory = new Option<string[]>("--mandatory") { Description = "With ecdsa-sd-2023: a JSON pointer to what is always shown. May be given again.", HelpName = "POINTER" };
        var verb = new Command("sign", Description) { file, suite, created, mandatory };
        key.AddTo(verb, file);
        var documents = new DocumentOptions();
        documents.AddTo(verb);
        verb.Validators.Add(words =>
        {
            if (words.GetValue(mandatory) is { Length: > 0 } && words.GetValue(suite) != "ecdsa-sd-2023")
            {
                words.AddError("--mandatory goes with --suite ecdsa-sd-2023 only.");
            }

            if (words.GetValue(created) is not null && words.GetValue(suite) == Jwt)
            {
                words.AddError("--created is a date in a proof, and a JWT has none.");
            }
        });
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            using SigningKey signer = key.Read(parsed, streams);
            byte[] credential = InputFile.ReadAll(name, streams.Input, "a credential as JSON", InputFile.MostBytesOfACredential);
            string? date = parsed.GetValue(created);
            return Sign(name, credential, signer, new SigningOptions
            {
                Cryptosuite = parsed.GetValue(suite),
                Created = date == "null" ? null : date,
                WithoutCreated = date == "null",
                MandatoryPointers = parsed.GetValue(mandatory) ?? [],
                Documents = documents.Read(parsed),
            }, streams);
        });
        return verb;
    }

    private static int Sign(string name, byte[] credential, SigningKey signer, SigningOptions options, Streams streams)
    {
        SignedCredential signed;
        try
        {
            signed = CredentialErrors.Reading(name, () => options.Cryptosuite == Jwt ? JwsSigner.Sign(credential, signer, options.Documents) : CredentialSigner.Sign(credential, signer, options));
        }
        catch (KeyException problem)
        {
            streams.Error.WriteLine($"cairn: {problem.Message}");
            return ExitCode.WrongUsage;
        }

        SignedText.Write(signed, isJws: options.Cryptosuite == Jwt, streams);
        return ExitCode.Done;
    }
}
