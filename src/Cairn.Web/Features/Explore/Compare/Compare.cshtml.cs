using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Compare;

/// <summary>One cell of a comparison.</summary>
/// <param name="Text">As read.</param>
/// <param name="Best">What it is best at, in a word; null when it is not, or when nobody can say.</param>
/// <param name="IsKnown">A source at hand says it.</param>
internal sealed record Cell(string Text, string? Best = null, bool IsKnown = true);

/// <summary>A line of a comparison. The same lines always, so that nothing is left out that speaks against one.</summary>
internal sealed record CompareRow(string Name, IReadOnlyList<Cell> Cells)
{
    public bool Differs => Cells.Select(cell => cell.Text).Distinct(StringComparer.Ordinal).Count() > 1;
}

/// <summary>Two to four programs side by side.</summary>
internal sealed class CompareModel(SearchEngine search, ReadProgram read, ExploreWords words, Texts t) : PageModel
{
    public const int Most = 4;

    public CatalogueIndex Index { get; private set; } = null!;
    public IReadOnlyList<ProgramFacts> Programs { get; private set; } = [];
    public IReadOnlyList<(string Heading, IReadOnlyList<CompareRow> Rows)> Groups { get; private set; } = [];
    public string Heading { get; private set; } = "";
    public IReadOnlyList<string> Remarks { get; private set; } = [];
    public bool OnlyDifferent { get; private set; }
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        var asked = Request.Query["p"].OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var programs = new List<ProgramFacts>();
        var remarks = new List<string>();
        foreach (var id in asked.Take(Most))
        {
            if (await read.RunAsync(Index, new ProgramId(id), cancel) is { } facts)
                programs.Add(facts);
            else
                remarks.Add(t["There is no program “{0}” here. It was left out.", Search.Words.Cut(id)]);
        }

        if (asked.Count > Most)
            remarks.Add(t["At most {0} programs stand side by side. The others were left out.", Most]);
        OnlyDifferent = Request.Query["only"].FirstOrDefault() == "different";
        (Programs, Remarks) = (programs, remarks);
        Heading = programs.Count < 2 ? t["Choose two to four programs to compare"] : Common() is { } skill
            ? t["{0} ways to learn {1}", programs.Count, Index.Skills[skill].Names.In(Language).Text]
            : t["{0} programs side by side", programs.Count];
        if (programs.Count >= 2)
            Groups = [.. Rows().Select(group => (group.Heading, (IReadOnlyList<CompareRow>)[.. group.Rows.Where(row => !OnlyDifferent || row.Differs)])).Where(group => group.Item2.Count > 0)];
    }

    public ProgramRow? Row(ProgramFacts facts) => Index.ProgramNumbers.TryGetValue(facts.Program.Id, out var number) ? Index.Programs[number] : null;

    /// <summary>The skill that all of them cover and fewest other programs do: what they are ways to.</summary>
    private int? Common()
    {
        var covered = Programs.Select(facts => Row(facts)?.Covers ?? []).ToList();
        var all = covered.Skip(1).Aggregate(covered[0].AsEnumerable(), (common, next) => common.Intersect(next)).ToList();
        return all.Count > 0 ? all.MinBy(skill => Index.Skills[skill].Programs.Length) : null;
    }

    private List<(string Heading, List<CompareRow> Rows)> Rows() =>
    [
        (t["Money and time"],
        [
            new(t["Price"], Cheapest()),
            new(t["Monthly fee instead"], Known(facts => facts.Subscription is { } fee ? t["{0} a month through {1}", MoneyText.Of(fee.PerMonth, fee.Currency), fee.Name] : null, t["none at hand"])),
            new(t["Aid"], Known(facts => facts.Program.AidNote, t["none at hand"])),
            new(t["Hours of work"], Fewest()),
            new(t["At 6 hours a week"], Known(facts => facts.Program.Hours is { } hours ? t.Many((hours + 5) / 6, "{0:N0} week", "{0:N0} weeks") : null, t["unknown"])),
            new(t["Pace"], Known(facts => facts.Program.Pace == Pace.Unknown ? null : words.Pace(facts.Program.Pace), words.Pace(Pace.Unknown))),
            new(t["Next start"], Known(facts => facts.Starts.Where(start => start >= words.Today).Select(start => (DateOnly?)start).FirstOrDefault() is { } next ? DateText.Of(next) : null, t["none at hand"])),
        ]),
        (t["What it gives you"],
        [
            new(t["Ends in"], Known(facts => facts.Program.Credential == CredentialType.Unknown ? null : words.Credential(facts.Program.Credential), words.Credential(CredentialType.Unknown))),
            new(t["Skills it covers"], MostSkills()),
            new(t["Level"], Known(facts => facts.Program.Level is { } level ? words.Level(level) : null, words.Level(null))),
            new(t["Listed in a public register"], Known(facts => facts.Approvals.Count == 0 ? null : string.Join(", ", facts.Approvals.Select(approval => approval.Register)), t["No evidence of recognition at hand."])),
        ]),
        (t["Practical"],
        [
            new(t["Needed before"], Known(facts => facts.Program.Prerequisites?.Trim('"', ' '), t["none named"])),
            new(t["Language"], Known(facts => facts.Program.Language is { } language ? words.Language(language) : null, words.Language(null))),
            new(t["Where"], Plain(facts => words.Mode(facts.Program.Mode) + (facts.Program.Place is { } place ? ", " + place : ""))),
            new(t["Facts of"], Plain(facts => DateText.Of(facts.Program.AsOf) + (words.IsOld(facts.Program.AsOf) ? " · " + t["Older than twelve months"] : ""))),
        ]),
    ];

    private List<Cell> Known(Func<ProgramFacts, string?> text, string otherwise) =>
        [.. Programs.Select(facts => text(facts) is { } known ? new Cell(known) : new Cell(otherwise, IsKnown: false))];

    private List<Cell> Plain(Func<ProgramFacts, string> text) => [.. Programs.Select(facts => new Cell(text(facts)))];

    /// <summary>Only prices in one currency can be compared; an unknown one is never the lowest.</summary>
    private List<Cell> Cheapest()
    {
        var known = Programs.Where(facts => facts.Program.PriceKind is PriceKind.Free or PriceKind.Once).ToList();
        var comparable = known.Count > 1 && known.Where(facts => facts.Program.PriceKind == PriceKind.Once).Select(facts => facts.Program.Currency).Distinct().Count() <= 1;
        var least = comparable ? known.Min(facts => facts.Program.Price ?? 0) : -1;
        var differ = comparable && known.Select(facts => facts.Program.Price ?? 0).Distinct().Count() > 1;
        return
        [
            .. Programs.Select(facts => new Cell(
                words.Price(facts.Program.PriceKind, facts.Program.Price, facts.Program.Currency, facts.Subscription is { } fee ? new(fee.Id, fee.Name, fee.PerMonth, fee.Currency) : null),
                differ && known.Contains(facts) && (facts.Program.Price ?? 0) == least ? t["lowest known"] : null)),
        ];
    }

    private List<Cell> Fewest() => Marked(facts => facts.Program.Hours, hours => -hours, facts => words.Hours(facts.Program.Hours, facts.Program.HoursBasis), t["least known"]);

    private List<Cell> MostSkills() => Marked(facts => Row(facts)?.Covers.Length, count => count, facts => (Row(facts)?.Covers.Length ?? 0).ToString("N0", System.Globalization.CultureInfo.CurrentCulture), t["most"]);

    private List<Cell> Marked(Func<ProgramFacts, int?> value, Func<int, int> better, Func<ProgramFacts, string> text, string word)
    {
        var known = Programs.Select(value).OfType<int>().ToList();
        var best = known.Distinct().Count() > 1 ? known.MaxBy(better) : (int?)null;
        return [.. Programs.Select(facts => new Cell(text(facts), best is not null && value(facts) == best ? word : null))];
    }
}
