using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Cli;

/// <summary>What was named as input cannot be read. The message is what standard error shows.</summary>
internal sealed class UnreadableInputException(string message) : Exception(message);

/// <summary>A file, or standard input for <c>-</c>.</summary>
internal static class InputFile
{
    /// <summary>Fifty thousand programs with long names take a tenth of it.</summary>
    internal const int MostBytes = 256 * 1024 * 1024;

    /// <summary>The largest picture that the library looks into; the credential in it may have a quarter of that.</summary>
    internal const int MostBytesOfACredential = 64 * 1024 * 1024;

    internal const string StandardInput = "-";

    internal const string Json = "a JSON file";

    internal const string NQuads = "a file of N-Quads";

    internal static byte[] ReadAll(string name, Stream standardInput, string expected = Json, int most = MostBytes)
    {
        try
        {
            if (name == StandardInput)
            {
                return ReadAll(standardInput, NameOf(name), most);
            }

            using FileStream file = File.OpenRead(name);
            return ReadAll(file, name, most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : Directory.Exists(name) ? "it is a folder"
                : problem.Message;
            throw new UnreadableInputException($"cairn: cannot read {name}: {reason}. Expected {expected}, or - for standard input.");
        }
    }

    /// <summary>A file of one JSON object, no name of it twice.</summary>
    /// <exception cref="UnreadableInputException">It cannot be read, or is no such file.</exception>
    internal static JsonObject ReadObject(string name, Stream standardInput, string expected, int most = MostBytes)
    {
        byte[] bytes = ReadAll(name, standardInput, expected, most);
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new UnreadableInputException($"cairn: {NameOf(name)}: it is JSON, but no object. Expected {expected}.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new UnreadableInputException($"cairn: {NameOf(name)}: it is no JSON, or has a name twice. Expected {expected}.");
        }
    }

    /// <summary>A file as messages name it.</summary>
    internal static string NameOf(string name) => name == StandardInput ? "standard input" : name;

    private static byte[] ReadAll(Stream stream, string name, int most)
    {
        // A file says how long it is, and then need not be read to know that it is too long.
        if (stream.CanSeek && stream.Length > most)
        {
            throw TooLong(name, most);
        }

        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (bytes.Length + read > most)
            {
                throw TooLong(name, most);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static UnreadableInputException TooLong(string name, int most) => new($"cairn: cannot read {name}: it is larger than {most / 1024 / 1024} MB.");
}
