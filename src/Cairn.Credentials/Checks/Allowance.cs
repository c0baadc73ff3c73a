namespace Cairn.Credentials.Checks;

/// <summary>Counts down, so that credentials inside credentials cannot multiply the work.</summary>
internal sealed class Allowance(CredentialBudget budget)
{
    /// <summary>Lists that are as long as can be are unpacked so often in one verification.</summary>
    private const int LongestLists = 16;

    private int _nested = budget.MaxNested;
    private long _unpacked = (long)budget.MaxStatusListBytes * LongestLists;

    /// <summary>Whether one more credential inside may be verified.</summary>
    public bool TakeNested() => _nested-- > 0;

    /// <summary>Most bytes that the next list may be unpacked to.</summary>
    public int StatusListBytes => (int)Math.Min(_unpacked, budget.MaxStatusListBytes);

    public void TakeStatusListBytes(long? bytes) => _unpacked = Math.Max(0, _unpacked - (bytes ?? StatusListBytes));
}
