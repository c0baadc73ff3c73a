namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>Counts, over all parts of a list, of how many programs it says what.</summary>
internal sealed class ListTally
{
    private int _programs, _hours, _estimated, _priced, _linked;

    public void Add(IReadOnlyList<LearningProgram> programs)
    {
        _programs += programs.Count;
        _hours += programs.Count(p => p.Hours is not null);
        _estimated += programs.Count(p => p.HoursBasis is HoursBasis.Band or HoursBasis.Video);
        _priced += programs.Count(p => p.PriceKind != PriceKind.Unknown);
        _linked += programs.Count(p => p.Link is not null);
    }

    public override string ToString() =>
        $"Of {_programs:N0} programs {_hours:N0} have hours ({_estimated:N0} estimated), {_priced:N0} a price, {_linked:N0} a link.";
}
