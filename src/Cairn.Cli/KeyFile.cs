using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli;

/// <summary>A key with its secret, as a Multikey in a file. No message shows any part of it.</summary>
internal static class KeyFile
{
    private const string Expected = "a Multikey with its secret, as cairn key generate writes it";

    /// <exception cref="UnreadableInputException">It cannot be read, or is no key.</exception>
    internal static SigningKey Read(string name, Stream standardInput)
    {
        byte[] text = InputFile.ReadAll(name, standardInput, Expected);
        try
        {
            return Read(text);
        }
        catch (KeyException problem)
        {
            throw new UnreadableInputException($"cairn: {InputFile.NameOf(name)}: {Plain.Text(problem.Message)} Expected {Expected}.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <exception cref="KeyException">It is no key.</exception>
    internal static SigningKey Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return SigningKey.Read(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject ?? throw new KeyException("A key is a JSON object; this is none."));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Their messages may quote the text.
            throw new KeyException("The key is no JSON, or has a member twice.");
        }
    }

    /// <summary>Writes a new file that only its owner may read.</summary>
    /// <exception cref="UnreadableInputException">There is such a file, or it cannot be written.</exception>
    internal static void Write(string name, SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(name, options);
            Write(file, key, forPerson: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableInputException($"cairn: cannot write {name}: {problem.Message}");
        }
    }

    internal static void Write(Stream stream, SigningKey key, bool forPerson)
    {
        ReadOnlyMemory<byte> text = PlainJson.Write(key.ToJsonWithSecret(), forPerson);
        try
        {
            stream.Write(text.Span);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(text).Span);
        }
    }
}
