using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn key generate [--type Ed25519|P-256|P-384] [--out FILE]</c></summary>
internal static class KeyGenerate
{
    private const string Ed25519 = "Ed25519";
    private const string P256 = "P-256";
    private const string P384 = "P-384";

    private const string Description = """
        Make a key to sign with: a Multikey with its secret, controlled by its own did:key.

        Whoever has the file can sign in your name. Only its owner can read it (mode 600), and a file that is there is never overwritten.
        Without --out the key goes to standard output.

        Examples:
          cairn key generate --out key.json
          cairn key generate --type P-256 --out key.json
        """;

    internal static Command Verb(Streams streams)
    {
        var type = new Option<string>("--type") { Description = "The kind of key.", DefaultValueFactory = _ => Ed25519 };
        type.AcceptOnlyFromAmong(Ed25519, P256, P384);
        var file = new Option<string?>("--out") { Description = "A new file for the key.", HelpName = "FILE" };
        var verb = new Command("generate", Description) { type, file };
        verb.Validators.Add(words =>
        {
            if (words.GetValue(file) is { } name && (File.Exists(name) || Directory.Exists(name)))
            {
                words.AddError($"--out is {name}, which is there already; a key is never written over anything.");
            }
        });
        verb.SetAction(parsed =>
        {
            using SigningKey key = SigningKey.Generate(parsed.GetRequiredValue(type) switch { P256 => KeyType.P256, P384 => KeyType.P384, _ => KeyType.Ed25519 });
            if (parsed.GetValue(file) is { } name)
            {
                KeyFile.Write(name, key);
                streams.Error.WriteLine($"cairn: wrote {name}, the key of {key.Controller}");
            }
            else
            {
                KeyFile.Write(streams.Output, key, streams.PersonReads);
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
