using Cairn.JsonLd;

namespace Cairn.Cli;

/// <summary>A file of a folder of documents. It lies inside the folder, and no link is on the way to it: either would show what was not given.</summary>
internal static class FolderFile
{
    /// <summary>Where a file of the folder is; whether it is there is not looked at.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Its name in the folder, with slashes.</param>
    /// <param name="url">The document it is, for the error.</param>
    /// <exception cref="DocumentNotLoadedException">It would be outside, or behind a link.</exception>
    internal static string PathOf(string folder, string name, string url)
    {
        string file = folder;
        foreach (string step in name.Split('/'))
        {
            file = Path.Combine(file, step);
            if (step is "" or "." or ".." || step.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()) || Path.IsPathRooted(step))
            {
                throw new DocumentNotLoadedException(url, $"its file {name} is not inside the folder");
            }

            if (new FileInfo(file).LinkTarget is not null)
            {
                throw new DocumentNotLoadedException(url, "a link is on the path of its file, and links are not followed");
            }
        }

        return file;
    }

    /// <exception cref="DocumentNotLoadedException">It is outside, behind a link, or cannot be read.</exception>
    internal static byte[] Read(string folder, string name, string url)
    {
        string file = PathOf(folder, name, url);
        try
        {
            using FileStream stream = File.OpenRead(file);
            // One byte more than is allowed is enough for the library to refuse it.
            byte[] bytes = new byte[Math.Min(stream.Length, JsonLdBudget.Default.MaxBytes + 1L)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DocumentNotLoadedException(url, $"its file {name} cannot be read", problem);
        }
    }
}
