using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// How a catalogue list is read: which column becomes which fact, through which reading. The same format describes the lists we know
/// (Layouts/*.json) and the ones an operator maps (<c>--map</c>). docs/catalogue-lists.md explains it member by member.
/// </summary>
internal sealed record ListMapping
{
    public required string Layout { get; init; }
    public required ListFacts List { get; init; }

    /// <summary>The columns by which a file is recognised: exactly these, in any order. For JSON: at least these. Empty: only by --map.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Host on which the list's links stand, such as <c>www.edx.org</c>; a file with other links is another list.</summary>
    public string? Host { get; init; }

    /// <summary>Cells that a row may lack at its end.</summary>
    public int MayLack { get; init; }

    /// <summary>Cell texts that mean "not stated", besides an empty cell.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Rows of one title and provider are runs of one program, whatever their links.</summary>
    public bool OneProgramPerTitle { get; init; }

    /// <summary>Name before the list's own ids, when several lists share them: a program keeps its id across these lists.</summary>
    public string? KeySpace { get; init; }

    public IReadOnlyList<LeftOut> LeaveOut { get; init; } = [];
    public IReadOnlyList<FieldMapping> Fields { get; init; } = [];
    public ApprovalFacts? Approval { get; init; }

    /// <summary>For people: what to check before this mapping is used. Ignored by the reader.</summary>
    public IReadOnlyList<string> Check { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a mapping. Throws <see cref="ImportRefusedException"/> with the line and member that is wrong.</summary>
    public static ListMapping Parse(string file, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ListMapping>(text, Json)
                ?? throw new ImportRefusedException(new Refusal(file, 1, "", "null", "a mapping"));
        }
        catch (JsonException e)
        {
            throw new ImportRefusedException(new Refusal(file, (int)(e.LineNumber ?? 0) + 1, e.Path ?? "", e.Message.Split(" Path:")[0], "a mapping as in docs/catalogue-lists.md"));
        }
    }

    /// <summary>In the place of what a proposal cannot know. Nothing is imported while it stands there.</summary>
    public const string ToFillIn = "?";

    /// <summary>The day of a proposal, which no list of programs is from.</summary>
    public static readonly DateOnly NoDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Members that still stand as a proposal left them, for a reader of the file.</summary>
    /// <param name="dayIsGiven">The caller says the day itself.</param>
    public IReadOnlyList<string> NotFilledIn(bool dayIsGiven)
    {
        var left = new List<string>();
        if (List.Publisher == ToFillIn)
            left.Add("list.publisher");
        if (List.Attribution == ToFillIn)
            left.Add("list.attribution");
        if (!dayIsGiven && List.AsOf == NoDay)
            left.Add("list.asOf");
        left.AddRange(Fields.Where(field => field.Value == ToFillIn).Select(field => $"the value of {field.To}"));
        left.AddRange(Fields.Where(field => field.Currency == ToFillIn).Select(field => $"the currency of {field.To}"));
        return left;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}

/// <summary>What is said about the list as a whole.</summary>
internal sealed record ListFacts
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Publisher { get; init; }

    /// <summary>The sentence its licence asks for, or where it comes from.</summary>
    public required string Attribution { get; init; }

    public string? Link { get; init; }

    /// <summary>The day on which its facts were true; where only a year is known, the first of January.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How the day is known.</summary>
    public string? AsOfBecause { get; init; }
}

/// <summary>One fact, from a column or a fixed value. Of several for the same fact the first that finds something counts.</summary>
internal sealed record FieldMapping
{
    /// <summary>The fact, from the closed set of <see cref="FieldReadings"/>.</summary>
    public required string To { get; init; }

    public string? Column { get; init; }
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A fixed value instead of a column.</summary>
    public string? Value { get; init; }

    /// <summary>The reading, from the closed set; absent for the usual one of the fact.</summary>
    public string? As { get; init; }

    /// <summary>Regular expression whose first group is read instead of the whole cell.</summary>
    public string? Find { get; init; }

    public Condition? When { get; init; }

    /// <summary>The source's words and ours, for the reading "words".</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    public string? Currency { get; init; }

    /// <summary>What to say beside a price.</summary>
    public string? Note { get; init; }

    /// <summary>For lists: what stands between two items.</summary>
    public string? Separator { get; init; }

    /// <summary>For lists: items that hold the separator themselves.</summary>
    public IReadOnlyList<string> Whole { get; init; } = [];

    /// <summary>For lengths: the kind of program in the table of estimates.</summary>
    public string? Kind { get; init; }
}

/// <summary>True when the column's cell matches the regular expression.</summary>
internal sealed record Condition
{
    public required string Column { get; init; }
    public required string Matches { get; init; }
}

/// <summary>Rows that are no program to enrol in; they are counted, not refused.</summary>
internal sealed record LeftOut
{
    public required Condition When { get; init; }
    public required string Because { get; init; }
}

/// <summary>The list is a public register: everything on it is approved by this body.</summary>
internal sealed record ApprovalFacts
{
    public required string Body { get; init; }
    public required string Register { get; init; }
    public string? Link { get; init; }
}
