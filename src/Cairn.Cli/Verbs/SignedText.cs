using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary>What was signed, as a shell gets it: the text on standard output, a warning on standard error.</summary>
internal static class SignedText
{
    internal static void Write(SignedCredential signed, bool isJws, Streams streams)
    {
        if (signed.Warning is { } warning)
        {
            streams.Error.WriteLine($"cairn: warning: {Plain.Text(warning)}");
        }

        streams.Write(isJws ? [.. signed.Utf8.Span, (byte)'\n'] : PlainJson.Write(signed.ToJson(), streams.PersonReads).Span);
    }
}
