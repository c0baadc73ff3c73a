using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials;
using Cairn.JsonLd;

namespace Cairn.LinkedData;

/// <summary>Documents that are made to cost: each gets its verdict, and this says how soon and with how much memory. To reach: a second and 512 MB.</summary>
internal static class HostileCredentials
{
    private const string StatusListUrl = "https://example.org/status/1";

    public static void Measure()
    {
        using var key = SigningKey.Generate();
        JsonObject Badge()
        {
            var badge = Samples.Badge();
            badge["issuer"]!["id"] = key.Controller;
            return badge;
        }

        Measure("16 MB of one text, signed", Sign(Changed(Badge(), badge => badge["description"] = new string('x', 15_900_000)), key));
        Measure("a member's name of 15 MB", Changed(Badge(), badge => badge[new string('n', 15_000_000)] = 1));
        Measure("7,000,000 values", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1", 7_000_000)) + "]"));
        Measure("nested a million deep", Encoding.UTF8.GetBytes(new string('[', 1_000_000) + new string(']', 1_000_000)));
        Measure("99,000 members that no context defines", Changed(Badge(), badge => AddMembers(badge, 99_000)));
        Measure("64 proofs", Proofs(Badge(), key, 64));
        Measure("65 proofs", Proofs(Badge(), key, 65));
        Measure("600 awards inside", Inside(Badge(), key, 600));
        Measure("a graph of 60 blank nodes that know each other", Sign(Changed(Badge(), AddClique), key));
        Measure("a status list that unpacks to 4 GB", Sign(Changed(Badge(), AddStatus), key), Bomb(key));
    }

    private static void AddMembers(JsonObject badge, int count)
    {
        for (var i = 0; i < count; i++)
            badge[$"m{i.ToString(CultureInfo.InvariantCulture)}"] = i;
    }

    private static void AddClique(JsonObject badge)
    {
        var related = new JsonArray();
        for (var from = 0; from < 60; from++)
        {
            for (var to = 0; to < 60; to++)
            {
                if (from != to)
                    related.Add(new JsonObject { ["id"] = $"_:n{from}", ["type"] = new JsonArray("Related"), ["inLanguage"] = "en", ["https://example.org/knows"] = new JsonObject { ["id"] = $"_:n{to}" } });
            }
        }

        badge["credentialSubject"]!["achievement"]!["related"] = related;
    }

    private static void AddStatus(JsonObject badge) => badge["credentialStatus"] = new JsonObject
    {
        ["id"] = StatusListUrl + "#1",
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = "revocation",
        ["statusListIndex"] = "1",
        ["statusListCredential"] = StatusListUrl,
    };

    private static byte[] Proofs(JsonObject badge, SigningKey key, int count)
    {
        var signed = CredentialSigner.Sign(badge, key);
        var proof = signed["proof"]![0]!;
        signed["proof"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => proof.DeepClone())]);
        return Utf8(signed);
    }

    private static byte[] Inside(JsonObject badge, SigningKey key, int count)
    {
        var signed = CredentialSigner.Sign(badge, key);
        return Utf8(new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = new JsonArray("VerifiablePresentation"),
            ["verifiableCredential"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => signed.DeepClone())]),
        });
    }

    private static OneDocument Bomb(SigningKey key)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 4_096; megabyte++)
                gzip.Write(zeros);
        }

        var list = StatusList.Create().ToCredential(StatusListUrl, key.Controller, "revocation", new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        list["credentialSubject"]!["encodedList"] = "u" + System.Buffers.Text.Base64Url.EncodeToString(packed.ToArray());
        return new OneDocument(StatusListUrl, Utf8(CredentialSigner.Sign(list, key)));
    }

    private static byte[] Changed(JsonObject badge, Action<JsonObject> change)
    {
        change(badge);
        return Utf8(badge);
    }

    private static byte[] Sign(byte[] badge, SigningKey key)
    {
        try
        {
            return CredentialSigner.Sign(badge, key).Utf8.ToArray();
        }
        catch (CredentialException)
        {
            // The signer refuses it too; with a proof from elsewhere the verifier meets the same document.
            var json = JsonNode.Parse(badge)!.AsObject();
            json["proof"] = CredentialSigner.Sign(Samples.Badge(), key)["proof"]!.DeepClone();
            return Utf8(json);
        }
    }

    private static byte[] Utf8(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static void Measure(string name, byte[] document, IDocumentLoader? documents = null)
    {
        var options = new VerificationOptions { Documents = documents };
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var report = CredentialVerifier.Verify(document, options);
        var spent = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} ({document.Length / 1e6:F1} MB)\t{report.Verdict} by {report.Decisive?.Check}\t{spent.TotalMilliseconds:F0} ms CPU\t{watch.Elapsed.TotalMilliseconds:F0} ms\t{(GC.GetTotalAllocatedBytes() - allocated) / 1e6:F0} MB allocated"));
    }

    /// <summary>A document that is at hand.</summary>
    private sealed class OneDocument(string url, byte[] text) : IDocumentLoader
    {
        public LoadedDocument? Load(string address) => address == url ? new LoadedDocument(url, text) : null;
    }
}
