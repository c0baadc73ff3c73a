using Cairn.Web.Data;

namespace Cairn.Web.Features.Imports;

/// <summary>One import at a time in the whole installation. A second one waits and says for whom.</summary>
internal static class ImportLock
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <param name="database">The installation's database.</param>
    /// <param name="waiting">Called once when the lock is taken by another import.</param>
    public static async Task<IAsyncDisposable> WaitAsync(CairnDatabase database, Func<Task> waiting, CancellationToken cancellationToken)
    {
        var said = false;
        while (true)
        {
            if (await TryTakeAsync(database, cancellationToken) is { } taken)
                return taken;
            if (!said)
                await waiting();
            said = true;
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    /// <summary>Takes the lock if no import runs, else returns null.</summary>
    public static async Task<IAsyncDisposable?> TryTakeAsync(CairnDatabase database, CancellationToken cancellationToken)
    {
        if (database.Folder is { } folder)
            return FileLock.TryTake(Path.Combine(folder, "import.lock"));
        return await AdvisoryLock.TryTakeAsync(database, AdvisoryLock.Import, cancellationToken);
    }
}
