using System.CommandLine;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>--key KEY</c>, the same for every verb that signs.</summary>
internal sealed class KeyOption
{
    private readonly Option<string> _key = new("--key") { Description = "The key, a Multikey with its secret; - for standard input.", HelpName = "KEY", Required = true };

    /// <param name="verb">The verb that signs.</param>
    /// <param name="file">What it signs, which cannot come from standard input together with the key; null when it reads no other file.</param>
    internal void AddTo(Command verb, Argument<string>? file = null)
    {
        verb.Add(_key);
        verb.Validators.Add(words =>
        {
            if (file is not null && words.GetValue(file) == InputFile.StandardInput && words.GetValue(_key) == InputFile.StandardInput)
            {
                words.AddError("Only one of FILE and --key can be standard input.");
            }
        });
    }

    /// <exception cref="UnreadableInputException">It cannot be read, or is no key.</exception>
    internal SigningKey Read(ParseResult parsed, Streams streams) => KeyFile.Read(parsed.GetRequiredValue(_key), streams.Input);
}
