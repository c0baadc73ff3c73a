namespace Cairn.Web.Data;

/// <summary>An exclusive lock between processes of one machine: an open file. The system lets go of it when the process dies.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if it is free, else returns null.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (IsHeldByAnother(taken))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK on Linux and macOS, a sharing violation on Windows. Any other fault, such as a disk that is read-only, is not a lock.</summary>
    private static bool IsHeldByAnother(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    public static async Task<FileLock> WaitAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
