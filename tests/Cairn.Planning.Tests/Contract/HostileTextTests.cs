using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Planning.Contract;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Contract;

/// <summary>Whatever bytes come in, what comes out is a request or one error that can be found in the text.</summary>
public sealed class HostileTextTests
{
    private static readonly byte[] Spice = [.. "{}[]\",:\\0129-+.eEtfn \n\t/'\0"u8, 0xFF, 0xC3, 0xED];

    [Fact]
    public void Random_requests_survive_writing_and_reading()
    {
        foreach (int seed in Enumerable.Range(0, 200))
        {
            PlanRequest request = RandomRequests.Request(seed);

            // Compared by a serializer that knows nothing of the contract: every property, whatever the type of its lists.
            JsonSerializer.Serialize(PlanRequestJson.Read(PlanRequestJson.Write(request)).Value).ShouldBe(JsonSerializer.Serialize(request), $"seed {seed}");
        }
    }

    [Fact]
    public void Changed_bytes_never_break_the_reader_and_every_pointer_leads_somewhere()
    {
        int read = 0;
        foreach (int seed in Enumerable.Range(0, 1_500))
        {
            var random = new Random(seed);
            byte[] text = Encoding.UTF8.GetBytes(PlanRequestJson.Write(RandomRequests.Request(seed % 50)));
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = Spice[random.Next(Spice.Length)];
            }

            PlanReading<PlanRequest> reading = PlanRequestJson.Read(text);

            (reading.Value is null).ShouldBe(reading.Error is not null);
            read += reading.Value is null ? 0 : 1;
            if (reading.Error is { } error)
            {
                IsJson(text).ShouldBe(error.Code == PlanError.InvalidRequest, $"seed {seed}: {error}");
                LeadsSomewhere(text, error).ShouldBeTrue($"seed {seed}: {error}");
            }
        }

        read.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_removed_member_is_reported_missing_or_was_optional()
    {
        foreach (int seed in Enumerable.Range(0, 60))
        {
            string text = PlanRequestJson.Write(RandomRequests.Request(seed));
            foreach (string pointer in Members(JsonNode.Parse(text)!, ""))
            {
                JsonNode changed = JsonNode.Parse(text)!;
                (JsonObject parent, string name) = Find(changed, pointer);
                parent.Remove(name);

                PlanReading<PlanRequest> reading = PlanRequestJson.Read(changed.ToJsonString());

                // Removing a name that others use is reported where they use it, if that stands first.
                (reading.Error is null || reading.Error.Found == "nothing" || reading.Error.Found.StartsWith('"')).ShouldBeTrue($"seed {seed}, {pointer}: {reading.Error}");
            }
        }
    }

    [Fact]
    public void An_unknown_member_is_refused_in_every_object()
    {
        string text = PlanRequestJson.Write(RandomRequests.Request(3));
        foreach (string pointer in Members(JsonNode.Parse(text)!, "").Select(member => member[..member.LastIndexOf('/')]).Distinct())
        {
            JsonNode changed = JsonNode.Parse(text)!;
            (JsonObject parent, _) = Find(changed, pointer + "/x");
            parent["x"] = 1;

            PlanRequestJson.Read(changed.ToJsonString()).Error!.Path.ShouldBe(pointer + "/x");
        }
    }

    private static bool IsJson(byte[] text)
    {
        try
        {
            // Strict about UTF-8, which the platform's reader leaves to whoever asks for the text.
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1_000 });
            return true;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static bool LeadsSomewhere(byte[] text, PlanError error)
    {
        if (error.Path is not { } pointer)
        {
            return error is { Line: > 0, Column: > 0 };
        }

        string parent = error.Found == "nothing" ? pointer[..pointer.LastIndexOf('/')] : pointer;
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement at = document.RootElement;
        foreach (string step in parent.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (at.ValueKind == JsonValueKind.Array)
            {
                at = at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)];
            }
            else if (!at.TryGetProperty(step, out at))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Members(JsonNode node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => new[] { $"{at}/{member.Key}" }.Concat(Members(member.Value!, $"{at}/{member.Key}"))),
        JsonArray entries => entries.SelectMany((entry, i) => Members(entry!, $"{at}/{i}")),
        _ => [],
    };

    private static (JsonObject Parent, string Name) Find(JsonNode root, string pointer)
    {
        string[] steps = pointer.Split('/')[1..];
        JsonNode at = root;
        foreach (string step in steps[..^1])
        {
            at = at is JsonArray entries ? entries[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        }

        return ((JsonObject)at, steps[^1]);
    }
}
