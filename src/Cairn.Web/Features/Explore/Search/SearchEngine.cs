using System.Diagnostics;
using Cairn.Web.Data;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>The catalogue has not been read yet: the process has only just begun.</summary>
internal sealed class SearchNotReadyException() : Exception("The catalogue is still being read.");

/// <summary>
/// The one search of the process. It holds the newest <see cref="CatalogueIndex"/>; whoever asks keeps the one they got for the length
/// of a request. Old ones are left to the garbage collector, because a slow request may still read them.
/// </summary>
internal sealed class SearchEngine(CairnDatabase database, TimeProvider time, ILogger<SearchEngine> log) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CatalogueIndex? _newest;

    /// <summary>Null until the catalogue was read once.</summary>
    public CatalogueIndex? Newest => _newest;

    /// <summary>The newest index; a question that comes while the process begins waits for the first one.</summary>
    /// <exception cref="SearchNotReadyException">It takes longer than anyone waits for a page.</exception>
    public async ValueTask<CatalogueIndex> IndexAsync(CancellationToken cancel)
    {
        if (_newest is { } there)
            return there;
        try
        {
            await _ready.Task.WaitAsync(Patience, time, cancel);
        }
        catch (TimeoutException)
        {
            throw new SearchNotReadyException();
        }

        return _newest!;
    }

    /// <summary>Reads the catalogue again if anything was imported or corrected since. Returns whether it did.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            // The version is read first: what is imported while we read makes the next version, never a missed one.
            var version = await VersionAsync(cancel);
            if (_newest?.Version == version)
                return false;
            var started = Stopwatch.GetTimestamp();
            var index = await new BuildCatalogueIndex(database).RunAsync(version, cancel);
            _newest = index;
            _ready.TrySetResult();
            // Reading leaves several times the size of the index behind, and an idle site would keep it for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            log.LogInformation(
                "Search is ready: {Programs} programs, {Skills} skills, {Occupations} occupations, {Labels} labels, read in {Seconds:0.0} s, {Megabytes:0.0} MB of words.",
                index.Programs.Length, index.Skills.Length, index.Occupations.Length, index.Labels.Count, Stopwatch.GetElapsedTime(started).TotalSeconds,
                (index.ProgramWords.Bytes + index.Labels.Bytes) / 1e6);
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<CatalogueVersion> VersionAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        return await CatalogueVersion.ReadAsync(db, cancel);
    }

    public void Dispose()
    {
        _oneAtATime.Dispose();
        _newest?.Dispose();
    }
}

/// <summary>Reads the catalogue when the process begins, and again when it has changed.</summary>
internal sealed class KeepSearchCurrent(SearchEngine search, TimeProvider time, ILogger<KeepSearchCurrent> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts its services one after the other; none waits for us.
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await search.CatchUpAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The search could not be brought up to date. It is tried again in {Seconds} s.", Every.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
