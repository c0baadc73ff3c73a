namespace Cairn.Credentials.Checks;

/// <summary>A check of a credential: its name in reports, and the sentence that its class is named for.</summary>
/// <param name="name">The name in reports.</param>
internal abstract class Check(string name)
{
    public string Name => name;

    /// <summary>Makes the check; one row, but for <c>status</c> one for each entry.</summary>
    public abstract IEnumerable<CheckResult> Run(Verification verification);

    protected CheckResult Passed() => CheckResult.Passed(name);

    protected CheckResult Failed(string problem, string reason) => CheckResult.Failed(name, problem, reason);

    protected CheckResult NotChecked(string problem, string reason) => CheckResult.NotChecked(name, problem, reason);

    protected CheckResult NotApplicable(string reason) => CheckResult.NotApplicable(name, reason);
}
