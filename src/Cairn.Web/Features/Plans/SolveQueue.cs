namespace Cairn.Web.Features.Plans;

/// <summary>How far a question has come.</summary>
internal enum SolveState
{
    Waiting,
    Running,
    Done,

    /// <summary>A newer question of the same page took its place.</summary>
    Replaced,
    Failed,
}

/// <summary>One question in the queue, and what is known of its answer so far.</summary>
internal sealed class Solve(string page, string question, string address)
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PlanFindings? _latest;

    public string Page => page;

    /// <summary>What is asked: the same text is the same question.</summary>
    public string Question => question;

    public string Address => address;
    public SolveState State { get; internal set; }
    public Exception? Failure { get; internal set; }

    /// <summary>The best answer so far, or null.</summary>
    public PlanFindings? Latest => _latest;

    /// <summary>Completes when nothing more will come, whatever the state; never fails.</summary>
    public Task Finished => _finished.Task;

    internal CancellationTokenSource Cancellation { get; } = new();

    public void Report(PlanFindings findings) => _latest = findings;

    internal void Finish() => _finished.TrySetResult();
}

/// <summary>
/// Shares the processor between everybody's questions: at most so many solves at once, one question per page of which the newest
/// counts, and turns by address, so that one visitor who asks a hundred times delays the others by one turn each. Time spent waiting
/// is not time spent solving: the clock of a solve starts when its work does.
/// </summary>
internal sealed class SolveQueue(int atOnce, int mostWaiting, int mostWaitingPerAddress)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _byPage = [];

    /// <summary>Addresses with something waiting, next turn first.</summary>
    private readonly LinkedList<string> _turns = [];
    private readonly Dictionary<string, LinkedList<Entry>> _waiting = [];
    private int _running;
    private int _waitingCount;

    /// <summary>One slot per core but one, which stays for pages; room for as many waiting people as a small machine can serve in a minute or two.</summary>
    public static SolveQueue ForThisMachine() => new(Math.Max(1, Environment.ProcessorCount - 1), mostWaiting: 64, mostWaitingPerAddress: 16);

    /// <summary>
    /// Puts a question of a page in the queue. If that page asks the same already, the one under way is returned; if it asks something
    /// else, the older one is given up.
    /// </summary>
    /// <param name="page">Whose question it is: only one at a time.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="address">Who asks, for taking turns.</param>
    /// <param name="work">Runs on a thread of its own and reports what it finds.</param>
    /// <returns>The question in the queue; null when the queue is full.</returns>
    public Solve? Ask(string page, string question, string address, Func<Solve, CancellationToken, Task> work)
    {
        lock (_lock)
        {
            if (_byPage.TryGetValue(page, out var earlier))
            {
                if (earlier.Solve.Question == question && !earlier.Solve.Cancellation.IsCancellationRequested)
                    return earlier.Solve;
                if (earlier.Solve.State != SolveState.Waiting)
                    GiveUp(earlier);
                else if (earlier.Solve.Address == address)
                    return TakeThePlaceOf(earlier, question, work);
                else
                {
                    Leave(earlier);
                    GiveUp(earlier);
                }
            }

            if (_waitingCount >= mostWaiting || (_waiting.TryGetValue(address, out var own) && own.Count >= mostWaitingPerAddress))
                return null;
            var entry = new Entry(new Solve(page, question, address), work);
            _byPage[page] = entry;
            Join(entry);
            StartWhatFits();
            return entry.Solve;
        }
    }

    /// <summary>How many questions will have their turn before this one; 0 when it is running or finished.</summary>
    public int Before(Solve solve)
    {
        lock (_lock)
        {
            if (solve.State != SolveState.Waiting || !_waiting.TryGetValue(solve.Address, out var own))
                return 0;
            var round = own.TakeWhile(entry => entry.Solve != solve).Count();
            var turn = _turns.TakeWhile(address => address != solve.Address).Count();
            // In each round every address has one turn, as long as it has something waiting.
            return _turns.Select((address, i) => Math.Min(_waiting[address].Count, round + (i < turn ? 1 : 0))).Sum();
        }
    }

    private Solve TakeThePlaceOf(Entry earlier, string question, Func<Solve, CancellationToken, Task> work)
    {
        var newer = new Entry(new Solve(earlier.Solve.Page, question, earlier.Solve.Address), work);
        var place = _waiting[earlier.Solve.Address].Find(earlier)!;
        place.Value = newer;
        _byPage[newer.Solve.Page] = newer;
        GiveUp(earlier);
        return newer.Solve;
    }

    private static void GiveUp(Entry entry)
    {
        entry.Solve.Cancellation.Cancel();
        if (entry.Solve.State != SolveState.Waiting)
            return;
        entry.Solve.State = SolveState.Replaced;
        entry.Solve.Finish();
    }

    private void Join(Entry entry)
    {
        if (!_waiting.TryGetValue(entry.Solve.Address, out var own))
        {
            _waiting[entry.Solve.Address] = own = [];
            _turns.AddLast(entry.Solve.Address);
        }

        own.AddLast(entry);
        _waitingCount++;
    }

    private void Leave(Entry entry)
    {
        var own = _waiting[entry.Solve.Address];
        own.Remove(entry);
        _waitingCount--;
        if (own.Count > 0)
            return;
        _waiting.Remove(entry.Solve.Address);
        _turns.Remove(entry.Solve.Address);
    }

    private void StartWhatFits()
    {
        while (_running < atOnce && _turns.First is { } turn)
        {
            var entry = _waiting[turn.Value].First!.Value;
            // The turn passes to the end of the line before Leave may end it.
            _turns.RemoveFirst();
            _turns.AddLast(turn);
            Leave(entry);
            _running++;
            entry.Solve.State = SolveState.Running;
            _ = Task.Run(() => WorkAsync(entry));
        }
    }

    private async Task WorkAsync(Entry entry)
    {
        var solve = entry.Solve;
        var state = SolveState.Done;
        try
        {
            await entry.Work(solve, solve.Cancellation.Token);
        }
        catch (OperationCanceledException) when (solve.Cancellation.IsCancellationRequested)
        {
            state = SolveState.Replaced;
        }
        catch (Exception failure)
        {
            (state, solve.Failure) = (SolveState.Failed, failure);
        }

        lock (_lock)
        {
            solve.State = state;
            _running--;
            if (_byPage.TryGetValue(solve.Page, out var current) && current == entry)
                _byPage.Remove(solve.Page);
            StartWhatFits();
        }

        solve.Finish();
    }

    private sealed record Entry(Solve Solve, Func<Solve, CancellationToken, Task> Work);
}
