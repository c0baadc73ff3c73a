namespace Cairn.Cli.Lines;

/// <summary>A line cannot be answered; the message is the error of the answer: a code of JSON-LD, or one sentence.</summary>
internal sealed class BadLineException(string error) : Exception(error)
{
    /// <summary>JSON can write half of a surrogate pair, which is no character.</summary>
    internal static BadLineException NotUnicode(string member) => new($"The member {member} has half of a surrogate pair, which is not Unicode text.");
}
