using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Status;

/// <summary>A BitstringStatusListEntry (Bitstring Status List 1.0, section 2.1): which list, which place in it, and what it is about.</summary>
internal sealed record StatusEntry(string Purpose, long Index, string ListUrl, int Size, IReadOnlyDictionary<long, string> Messages)
{
    /// <summary>Outside every list, however many digits the index has.</summary>
    private const long BeyondAnyList = 1_000_000_000_000;

    /// <summary>Reads an entry; the sentence says what is wrong with it.</summary>
    public static (StatusEntry? Entry, string? Wrong) Read(JsonObject json)
    {
        if (json.Text("statusPurpose") is not { Length: > 0 } purpose)
            return (null, "It names no statusPurpose.");
        if (json.Text("statusListIndex") is not { Length: > 0 } digits || !digits.All(char.IsAsciiDigit))
            return (null, "Its statusListIndex is not a whole number, written as text.");
        if (json.Text("statusListCredential") is not { } url || !AbsoluteUrl.Is(url))
            return (null, "Its statusListCredential is no URL.");
        if (json.Text("id") == url)
            return (null, "Its id is the URL of the list; it must be another.");
        var size = 1;
        if (json.ContainsKey("statusSize") && !(json["statusSize"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out size) && size >= 1))
            return (null, "Its statusSize is no whole number of at least 1.");
        var messages = new Dictionary<long, string>();
        foreach (var message in json.Items("statusMessage"))
        {
            if (message is not JsonObject item || item.Text("message") is not { } words || item.Text("status") is not ['0', 'x', .. var hex]
                || !long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var status) || !messages.TryAdd(status, words))
                return (null, "Its statusMessage is not a list of a status such as 0x0 and a message, each status once.");
        }

        return size > 1 && size <= StatusList.MaxStatusSize && messages.Count != 1 << size
            ? (null, $"With a statusSize of {size} it has a statusMessage for each of {1 << size} values, and {messages.Count} were found.")
            : (new StatusEntry(purpose, long.TryParse(digits, CultureInfo.InvariantCulture, out var index) && index < BeyondAnyList ? index : BeyondAnyList, url, size, messages), null);
    }

    /// <summary>Whether this library reads entries of that size.</summary>
    public bool SizeIsKnown => Size <= StatusList.MaxStatusSize;
}
