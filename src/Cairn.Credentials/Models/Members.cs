using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Models;

/// <summary>
/// The members of an object as the formal schemas of 1EdTech want them (Open Badges 3.0, JSON Schema of AchievementCredential): no null, no empty array,
/// no empty text, required members there. What is not so is refused with its place.
/// </summary>
/// <param name="pointer">Where the object will stand.</param>
internal sealed class Members(string pointer)
{
    public JsonObject Json { get; } = [];

    public Members Type(string type, bool asArray = true) => Set("type", asArray ? new JsonArray(type) : type);

    public Members Text(string name, string? value, bool required = false)
    {
        if (value is null)
            return required ? throw Wrong(name, "is missing") : this;
        return value.Trim().Length == 0 ? throw Wrong(name, "is empty") : Set(name, value);
    }

    public Members Uri(string name, string? value, bool required = false)
    {
        if (value is not null && !AbsoluteUrl.Is(value))
            throw Wrong(name, "is no absolute URI");
        return Text(name, value, required);
    }

    public Members Date(string name, DateTimeOffset? value) => value is { } date ? Set(name, XsdDateTime.Write(date)) : this;

    public Members Number(string name, double? value) => value is not { } number ? this
        : double.IsFinite(number) ? Set(name, number) : throw Wrong(name, "is no number");

    public Members Flag(string name, bool? value) => value is { } flag ? Set(name, flag) : this;

    public Members Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Any(string.IsNullOrWhiteSpace))
            throw Wrong(name, "has an item that is empty");
        return values.Count == 0 ? this : Set(name, new JsonArray([.. values.Select(value => (JsonNode)value)]));
    }

    /// <summary>Of a closed list, or an extension <c>ext:…</c>.</summary>
    public Members Word(string name, string? value, IReadOnlyCollection<string> words, bool extensible = true, bool required = false)
    {
        if (value is not null && !words.Contains(value) && !(extensible && value.StartsWith("ext:", StringComparison.Ordinal) && value.Length > 4))
            throw Wrong(name, $"is {value}; expected one of {string.Join(", ", words)}{(extensible ? " or ext:…" : "")}");
        return Text(name, value, required);
    }

    public Members Object<T>(string name, T? value, Func<T, string, JsonObject> write, bool required = false) where T : class =>
        value is not null ? Set(name, write(value, At(name))) : required ? throw Wrong(name, "is missing") : this;

    public Members Objects<T>(string name, IReadOnlyList<T> values, Func<T, string, JsonObject> write, bool required = false)
    {
        if (values.Count == 0)
            return required ? throw Wrong(name, "has no item") : this;
        return Set(name, new JsonArray([.. values.Select((value, i) => (JsonNode)write(value, $"{At(name)}/{i}"))]));
    }

    public Members Require(bool holds, string name, string otherwise) => holds ? this : throw Wrong(name, otherwise);

    private Members Set(string name, JsonNode value)
    {
        Json[name] = value;
        return this;
    }

    private string At(string name) => pointer + JsonPointer.Step(name);

    private CredentialException Wrong(string name, string what) => new(ProblemTypes.MalformedValue, At(name), $"The member {name} {what}.");
}
