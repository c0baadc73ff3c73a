using System.Globalization;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>A request as JSON, members in the order of the contract's example.</summary>
internal static class PlanRequestWriting
{
    internal static void Write(Utf8JsonWriter writer, PlanRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("currency", request.Currency);
        Limits(writer, request);
        List(writer, "has", request.Has, held =>
        {
            SkillAndLevel(writer, held.Skill, held.Level);
            Text(writer, "evidence", held.Evidence);
        });
        List(writer, "needs", request.Needs, need => Need(writer, need), always: true);
        List(writer, "programs", request.Programs, program => Program(writer, program, request.Currency), always: true);
        List(writer, "subscriptions", request.Subscriptions, subscription =>
        {
            writer.WriteString("id", subscription.Id);
            writer.WriteString("perMonth", Iso4217.Format(subscription.PerMonth, request.Currency));
        });
        List(writer, "aid", request.Aid, aid => OneAid(writer, aid, request.Currency));
        List(writer, "goals", request.Goals, goal =>
        {
            writer.WriteString("id", goal.Id);
            List(writer, "needs", goal.Needs, need => Need(writer, need), always: true);
        });
        Ask(writer, request.Ask);
        writer.WriteNumber("timeLimitSeconds", request.TimeLimitSeconds);
        writer.WriteEndObject();
    }

    private static void Limits(Utf8JsonWriter writer, PlanRequest request)
    {
        PlanLimits limits = request.Limits;
        writer.WriteStartObject("limits");
        writer.WriteNumber("hoursPerWeek", limits.HoursPerWeek);
        writer.WriteString("startOn", Date(limits.StartOn));
        if (limits.FinishBy is { } finishBy)
        {
            writer.WriteString("finishBy", Date(finishBy));
        }

        if (limits.Budget is { } budget)
        {
            writer.WriteString("budget", Iso4217.Format(budget, request.Currency));
        }

        if (limits.Languages is { } languages)
        {
            Texts(writer, "languages", languages);
        }

        Number(writer, "maxPrograms", limits.MaxPrograms);
        Number(writer, "maxAtOnce", limits.MaxAtOnce);
        if (limits.CoverageMillionths is { } coverage)
        {
            ContractJson.WriteMillionths(writer, "coverage", coverage);
        }

        writer.WriteEndObject();
    }

    private static void Program(Utf8JsonWriter writer, PlanProgram program, string currency)
    {
        writer.WriteString("id", program.Id);
        Text(writer, "name", program.Name);
        Text(writer, "provider", program.Provider);
        Text(writer, "kind", program.Kind);
        writer.WriteNumber("hours", program.Hours);
        Text(writer, "language", program.Language);
        if (program.Starts is { } starts)
        {
            Texts(writer, "starts", starts.Select(Date));
        }

        Number(writer, "weeks", program.Weeks);
        if (program.PriceOnce is { } price)
        {
            writer.WriteStartObject("price");
            writer.WriteString("once", Iso4217.Format(price, currency));
            writer.WriteEndObject();
        }

        Text(writer, "subscription", program.Subscription);
        List(writer, "teaches", program.Teaches, skill => SkillAndLevel(writer, skill.Skill, skill.Level), always: true);
        List(writer, "requires", program.Requires, skill => SkillAndLevel(writer, skill.Skill, skill.Level));
        if (program.After.Count > 0)
        {
            Texts(writer, "after", program.After);
        }

        if (program.Recognition != 0)
        {
            writer.WriteNumber("recognition", program.Recognition);
        }
    }

    private static void OneAid(Utf8JsonWriter writer, Aid aid, string currency)
    {
        writer.WriteString("id", aid.Id);
        Texts(writer, "programs", aid.Programs);
        if (aid.Percent is { } percent)
        {
            ContractJson.WriteMillionths(writer, "percent", (long)(percent * 1_000_000m));
        }

        if (aid.Amount is { } amount)
        {
            writer.WriteString("amount", Iso4217.Format(amount, currency));
        }

        Number(writer, "atMost", aid.AtMost);
    }

    private static void Ask(Utf8JsonWriter writer, PlanQuestions ask)
    {
        writer.WriteStartArray("ask");
        Question(writer, "cheapest", ask.Cheapest);
        Question(writer, "fastest", ask.Fastest);
        Question(writer, "bestRecognised", ask.BestRecognised);
        Question(writer, "frontier", ask.Frontier);
        Question(writer, "why", ask.Why);
        if (ask.Transitions is { } transitions)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("transitions");
            writer.WriteString("by", transitions.By);
            writer.WriteNumber("top", transitions.Top);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Question(Utf8JsonWriter writer, string name, bool asked)
    {
        if (asked)
        {
            writer.WriteStringValue(name);
        }
    }

    private static void Need(Utf8JsonWriter writer, SkillNeed need)
    {
        SkillAndLevel(writer, need.Skill, need.Level);
        writer.WriteNumber("weight", need.Weight);
    }

    private static void SkillAndLevel(Utf8JsonWriter writer, string skill, int level)
    {
        writer.WriteString("skill", skill);
        writer.WriteNumber("level", level);
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> entries, Action<T> members, bool always = false)
    {
        if (entries.Count == 0 && !always)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (T entry in entries)
        {
            writer.WriteStartObject();
            members(entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
