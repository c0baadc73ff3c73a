using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Goals;

/// <summary>Aid as it was typed: who pays, how much, for what, and whether it is certain.</summary>
internal sealed class AidForm
{
    private const int MostPrograms = 200;

    public string? Name { get; set; }

    /// <summary>"90%" or "500".</summary>
    public string? HowMuch { get; set; }

    public string? Provider { get; set; }

    /// <summary>Addresses of program pages or ids, one a line.</summary>
    public string? Programs { get; set; }
    public string? AtMost { get; set; }
    public bool Granted { get; set; }

    public GoalAid? Read(Goal goal, Func<string, ProviderId?> provider, Func<string, ProgramId?> program, Texts t, CultureInfo culture, Action<string, string> refuse)
    {
        var refused = false;
        void Refuse(string field, string said)
        {
            refused = true;
            refuse(field, said);
        }

        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > 120)
            Refuse(nameof(Name), t["Write who pays, in at most 120 letters, such as “workforce grant”."]);
        var (percent, amount) = ReadHowMuch(goal.Limits.Currency, culture);
        if (percent is null && amount is null)
            Refuse(nameof(HowMuch), t["“{0}” is neither a share nor an amount. Write 90% or 500.", HowMuch?.Trim() ?? ""]);
        ProviderId? ofProvider = string.IsNullOrWhiteSpace(Provider) ? null : provider(Provider.Trim());
        if (!string.IsNullOrWhiteSpace(Provider) && ofProvider is null)
            Refuse(nameof(Provider), t["No provider here is called “{0}”. Write its name as it stands on its programs, or leave it empty.", Provider.Trim()]);
        var ofPrograms = ReadPrograms(program, t, said => Refuse(nameof(Programs), said));
        int? atMost = null;
        if (!string.IsNullOrWhiteSpace(AtMost))
        {
            if (int.TryParse(AtMost.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 100)
                atMost = count;
            else
                Refuse(nameof(AtMost), t["“{0}” is not a number of programs. Write a whole number from 1 to 100, or leave it empty.", AtMost.Trim()]);
        }

        return refused ? null : new GoalAid
        {
            GoalId = goal.Id, Ordinal = goal.NextAidOrdinal, Name = Name!.Trim(), Percent = percent, Amount = amount,
            ProviderId = ofProvider, ProgramIds = ofPrograms, Granted = Granted, AtMost = atMost,
        };
    }

    private List<ProgramId> ReadPrograms(Func<string, ProgramId?> program, Texts t, Action<string> refuse)
    {
        var lines = (Programs ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostPrograms)
            refuse(t["A list of aid holds at most {0} programs; this one has {1}.", MostPrograms, lines.Length]);
        else if (Array.Find(lines, line => program(line) is null) is { } wrong)
            refuse(t["“{0}” is not a program here. Copy the address of its page, one a line, or leave it empty.", wrong]);
        else
            return [.. lines.Select(line => program(line)!.Value).Distinct()];
        return [];
    }

    private (int? Percent, long? Amount) ReadHowMuch(string currency, CultureInfo culture)
    {
        var text = HowMuch?.Trim() ?? "";
        if (text.EndsWith('%'))
            return (int.TryParse(text[..^1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 100 ? percent : null, null);
        return (null, AmountText.TryRead(text, currency, culture, out var amount) && amount > 0 ? amount : null);
    }
}
