namespace Cairn.Web.Features.Imports;

/// <summary>
/// Looks every few seconds whether an import was killed half-way, and completes it: a server that runs may not be started again for months, and until
/// then plans would be made from half of a list.
/// </summary>
internal sealed class CompleteKilledImports(ImportJournal journal, TimeProvider time, ILogger<CompleteKilledImports> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await journal.IsOpenAsync(stoppingToken))
                    await journal.CompleteKilledAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "An import that was killed could not be completed. It is tried again in {Seconds} s.", Every.TotalSeconds);
            }
        }
    }
}
