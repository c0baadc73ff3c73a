using System.Text.Json;

namespace Cairn.Cli.Lines;

/// <summary>Answers one kind of line. It writes the member <c>result</c> or <c>error</c>, and maybe a <c>warning</c>; the id is written already.</summary>
internal delegate Task Operation(Line line, Utf8JsonWriter answer);

/// <summary>The operations by name. A new one is one line here.</summary>
internal static class Operations
{
    internal static IReadOnlyDictionary<string, Operation> All(int cores) => new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        [SolveLine.Name] = new SolveLine(cores).AnswerAsync,
        [SignLine.Name] = SignLine.AnswerAsync,
        [DeriveLine.Name] = DeriveLine.AnswerAsync,
        [VerifyLine.Name] = VerifyLine.AnswerAsync,
    }.Concat(LinkedDataLines.All).ToDictionary(StringComparer.Ordinal);
}
