namespace Cairn.Cli.Lines;

/// <summary>A line cannot be answered; the message is the error of the answer: a code of JSON-LD, or one sentence.</summary>
internal sealed class BadLineException(string error) : Exception(error);
