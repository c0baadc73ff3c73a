using System.Text;

namespace Cairn.Web.Features.Imports;

/// <summary>
/// The refused rows of an import. All are counted; the first thousand are kept for the report and the database. When there are more, every one
/// stands in a file beside the source: half a million wrong rows cost no more memory than a thousand.
/// </summary>
/// <param name="path">The file for more than a thousand; null for sources that never have so many.</param>
internal sealed class RefusedRows(string? path = null) : IDisposable
{
    public const int Kept = 1_000;
    private const int LongestText = 200;

    private readonly List<Refusal> _shown = [];
    private StreamWriter? _file;
    private string? _notWritten;

    public int Count { get; private set; }

    public IReadOnlyList<Refusal> Shown => _shown;

    /// <summary>Where the others stand, once there are more than are kept; null until then.</summary>
    public string? Remark => Count <= Kept ? null
        : _notWritten is not null ? $"The first {Kept:N0} of {Count:N0} refused rows are shown. {_notWritten}"
        : path is null ? $"The first {Kept:N0} of {Count:N0} refused rows are shown."
        : $"The first {Kept:N0} of {Count:N0} refused rows are shown. All of them stand in {path}.";

    public void Add(Refusal refusal)
    {
        // A cell may hold a million letters.
        var shown = refusal.Found.Length <= LongestText ? refusal : refusal with { Found = string.Concat(refusal.Found.AsSpan(0, LongestText - 1), "…") };
        if (++Count <= Kept)
        {
            _shown.Add(shown);
            return;
        }

        if (Count == Kept + 1)
            Open();
        Write(shown);
    }

    public void AddRange(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
            Add(refusal);
    }

    /// <summary>No more is added.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Open()
    {
        if (path is null)
            return;
        try
        {
            _file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _notWritten = $"The others could not be written down: {e.Message}";
            return;
        }

        _file.WriteLine("file,line,column,found,expected");
        foreach (var refusal in _shown)
            Write(refusal);
    }

    private void Write(Refusal refusal) => _file?.WriteLine(
        FormattableString.Invariant($"{Cell(refusal.File)},{refusal.Line},{Cell(refusal.Column)},{Cell(refusal.Found)},{Cell(refusal.Expected)}"));

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
