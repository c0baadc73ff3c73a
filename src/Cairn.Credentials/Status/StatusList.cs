using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;
using Cairn.Credentials.Status;

namespace Cairn.Credentials;

/// <summary>
/// A bitstring status list (Bitstring Status List 1.0, W3C Recommendation of 15 May 2025): one entry for each credential, so many that which one is
/// looked at says nothing. Not safe to change from several threads.
/// </summary>
public sealed class StatusList
{
    /// <summary>The least number of entries (section 6.1, group privacy).</summary>
    public const int MinLength = 131_072;

    /// <summary>The most bits of an entry that are read and written here; the specification names no end.</summary>
    internal const int MaxStatusSize = 8;

    private readonly byte[] _bits;

    private StatusList(byte[] bits, int statusSize)
    {
        _bits = bits;
        StatusSize = statusSize;
    }

    /// <summary>Bits of one entry: 1 by default, 8 at most.</summary>
    internal int StatusSize { get; }

    /// <summary>How many entries there are.</summary>
    public int Length => (int)(_bits.Length * 8L / StatusSize);

    /// <summary>A list in which every entry is 0.</summary>
    /// <param name="length">How many entries; rounded up to whole bytes.</param>
    /// <param name="statusSize">Bits of one entry, 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many entries or bits.</exception>
    public static StatusList Create(int length = MinLength, int statusSize = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(statusSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusSize, MaxStatusSize);
        var bytes = ((long)length * statusSize + 7) / 8;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, CredentialBudget.Default.MaxStatusListBytes, nameof(length));
        return new StatusList(new byte[bytes], statusSize);
    }

    /// <summary>Reads the <c>encodedList</c> of a status list credential. Nothing is verified.</summary>
    /// <param name="encodedList">The text: <c>u</c>, base64url, GZIP.</param>
    /// <param name="statusSize">Bits of one entry, 1 to 8.</param>
    /// <param name="budget">How much is unpacked; the default when null.</param>
    /// <exception cref="CredentialException">It is no list, shorter than <see cref="MinLength"/> entries, or beyond the budget.</exception>
    internal static StatusList Read(string encodedList, int statusSize = 1, CredentialBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(encodedList);
        ArgumentOutOfRangeException.ThrowIfLessThan(statusSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusSize, MaxStatusSize);
        budget ??= CredentialBudget.Default;
        using var bits = new MemoryStream();
        try
        {
            if (EncodedList.Decode(encodedList, budget.MaxStatusListBytes, (_, piece) => bits.Write(piece)) is null)
                throw new CredentialException(ProblemTypes.StatusVerification, null, $"The list unpacks to more than {budget.MaxStatusListBytes} bytes, the limit {nameof(CredentialBudget.MaxStatusListBytes)}.");
        }
        catch (FormatException wrong)
        {
            throw new CredentialException(ProblemTypes.StatusVerification, null, $"The list cannot be unpacked: {wrong.Message}.", wrong);
        }

        var list = new StatusList(bits.ToArray(), statusSize);
        return list.Length >= MinLength ? list
            : throw new CredentialException(ProblemTypes.StatusListLength, null, $"The list has {list.Length} entries; it must have at least {MinLength}.");
    }

    /// <summary>The value of an entry; 0 says nothing against the credential.</summary>
    /// <param name="index">From 0, which is the left-most bit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public int Get(int index)
    {
        Check(index);
        var value = 0;
        for (var bit = (long)index * StatusSize; bit < ((long)index + 1) * StatusSize; bit++)
            value = (value << 1) | ((_bits[bit >> 3] >> (int)(7 - (bit & 7))) & 1);
        return value;
    }

    /// <summary>Sets the value of an entry.</summary>
    /// <param name="index">From 0, which is the left-most bit.</param>
    /// <param name="value">0, or what the issuer means by it; with one bit 1 is revoked or suspended.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry, or the value has more bits than an entry.</exception>
    public void Set(int index, int value)
    {
        Check(index);
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1 << StatusSize);
        for (var i = 0; i < StatusSize; i++)
        {
            var bit = (long)index * StatusSize + i;
            var mask = (byte)(0x80 >> (int)(bit & 7));
            _bits[bit >> 3] = (value >> (StatusSize - 1 - i) & 1) == 1 ? (byte)(_bits[bit >> 3] | mask) : (byte)(_bits[bit >> 3] & ~mask);
        }
    }

    /// <summary>The list in its compressed form, as <c>encodedList</c> has it.</summary>
    public string Encode() => EncodedList.Encode(_bits);

    /// <summary>The list as a BitstringStatusListCredential (section 2.2), unsigned.</summary>
    /// <param name="id">The URL under which it will be served.</param>
    /// <param name="issuer">Who signs it: the issuer of the credentials it is about.</param>
    /// <param name="purpose"><c>revocation</c>, <c>suspension</c>, <c>refresh</c> or <c>message</c>.</param>
    /// <param name="validFrom">From when it counts.</param>
    /// <param name="validUntil">Until when it counts; null leaves it open.</param>
    /// <param name="timeToLive">How long it may be kept before it is asked for again; null does not say.</param>
    /// <exception cref="ArgumentException">The id or issuer is no URL.</exception>
    public JsonObject ToCredential(string id, string issuer, string purpose, DateTimeOffset validFrom, DateTimeOffset? validUntil = null, TimeSpan? timeToLive = null)
    {
        if (!AbsoluteUrl.Is(id))
            throw new ArgumentException($"The id of a list is the URL it is served under; found {id}.", nameof(id));
        if (!AbsoluteUrl.Is(issuer))
            throw new ArgumentException($"The issuer of a list is a URL; found {issuer}.", nameof(issuer));
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        var subject = new JsonObject
        {
            ["id"] = $"{id}#list",
            ["type"] = "BitstringStatusList",
            ["statusPurpose"] = purpose,
            ["encodedList"] = Encode(),
        };
        if (timeToLive is { } ttl)
            subject["ttl"] = (long)ttl.TotalMilliseconds;
        var credential = new JsonObject
        {
            ["@context"] = new JsonArray(DataModelVersion.Context2),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = issuer,
            ["validFrom"] = XsdDateTime.Write(validFrom),
        };
        if (validUntil is { } until)
            credential["validUntil"] = XsdDateTime.Write(until);
        credential["credentialSubject"] = subject;
        return credential;
    }

    /// <summary>The <c>credentialStatus</c> of a credential that has an entry in a list (section 2.1).</summary>
    /// <param name="listUrl">The URL under which the list is served: its <c>id</c>.</param>
    /// <param name="index">Which entry, from 0.</param>
    /// <param name="purpose">The purpose of the list.</param>
    /// <param name="messages">What each value means, from 0; needed, and one for each value, when an entry has more than one bit; null with one bit.</param>
    /// <exception cref="ArgumentException">The list is no URL, or the messages are not one for each value.</exception>
    public static JsonObject EntryOf(string listUrl, int index, string purpose, IReadOnlyList<string>? messages = null)
    {
        if (!AbsoluteUrl.Is(listUrl))
            throw new ArgumentException($"A list is named by the URL it is served under; found {listUrl}.", nameof(listUrl));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        var number = index.ToString(CultureInfo.InvariantCulture);
        var entry = new JsonObject
        {
            ["id"] = $"{listUrl}#{number}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose,
            ["statusListIndex"] = number,
            ["statusListCredential"] = listUrl,
        };
        if (messages is null)
            return entry;
        if (messages.Count is < 2 or > 1 << MaxStatusSize || !BitOperations.IsPow2(messages.Count))
            throw new ArgumentException($"There is a message for each value of an entry: 2, 4, 8 up to {1 << MaxStatusSize}; found {messages.Count}.", nameof(messages));
        entry["statusSize"] = BitOperations.Log2((uint)messages.Count);
        entry["statusMessage"] = new JsonArray([.. messages.Select((message, value) => new JsonObject { ["status"] = string.Create(CultureInfo.InvariantCulture, $"0x{value:x}"), ["message"] = message })]);
        return entry;
    }

    /// <summary>The list of a BitstringStatusListCredential. Nothing is verified: that is <see cref="CredentialVerifier"/>'s.</summary>
    /// <param name="credential">The credential, signed or not.</param>
    /// <param name="statusSize">Bits of one entry, 1 to 8.</param>
    /// <exception cref="CredentialException">It is no such credential, or its list cannot be read.</exception>
    public static StatusList FromCredential(JsonObject credential, int statusSize = 1)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return (credential["credentialSubject"] as JsonObject)?.Text("encodedList") is { } encoded ? Read(encoded, statusSize)
            : throw new CredentialException(ProblemTypes.StatusVerification, "/credentialSubject/encodedList", "A status list credential has its list there, as text.");
    }

    private void Check(int index)
    {
        if (index < 0 || index >= Length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"0 to {Length - 1}");
    }
}
