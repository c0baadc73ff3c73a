using System.Diagnostics;

namespace Cairn.Planning.Searching;

/// <summary>How long the rest of a request may still take, by the wall clock, and whether anyone still waits for it.</summary>
internal sealed class Patience
{
    private readonly long _end;

    public Patience(double seconds, CancellationToken cancellation)
        : this(Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency), cancellation)
    {
    }

    private Patience(long end, CancellationToken cancellation) => (_end, Cancellation) = (end, cancellation);

    public CancellationToken Cancellation { get; }

    public TimeSpan Left
    {
        get
        {
            var left = _end - Stopwatch.GetTimestamp();
            return left <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)left / Stopwatch.Frequency);
        }
    }

    public bool IsOver => Left == TimeSpan.Zero;

    /// <summary>One equal part of what is left, for one of several questions that still wait.</summary>
    public Patience Share(int waiting)
    {
        var now = Stopwatch.GetTimestamp();
        return new(now + Math.Max(0, _end - now) / Math.Max(1, waiting), Cancellation);
    }
}
