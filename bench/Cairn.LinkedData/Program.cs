using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials;
using Cairn.JsonLd;
using Cairn.LinkedData;
using Cairn.Rdf;

// A measuring word prints a row for each work: operations a second of processor time, and bytes allocated for one.
switch (args)
{
    case ["samples", var folder]:
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "badge.json"), Samples.Badge().ToJsonString());
        File.WriteAllText(Path.Combine(folder, "record.json"), Samples.Record(50).ToJsonString());
        return 0;
    case ["measure", var folder, .. var rest]:
        var seconds = rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 1;
        foreach (var name in new[] { "badge", "record" })
        {
            var utf8 = File.ReadAllBytes(Path.Combine(folder, name + ".json"));
            var quads = JsonLdProcessor.ToRdf(JsonLdDocument.Parse(utf8), Work.Safe);
            Console.WriteLine($"# {name}: {utf8.Length} bytes, {quads.Count} quads, canonical {Rdfc10.Canonicalize(quads).Utf8.Length} bytes");
            Work.Measure($"{name} parse", seconds, () => JsonLdDocument.Parse(utf8));
            Work.Measure($"{name} expand + to RDF", seconds, () => JsonLdProcessor.ToRdf(JsonLdDocument.Parse(utf8), Work.Safe));
            Work.Measure($"{name} canonicalize", seconds, () => Rdfc10.Canonicalize(Work.Fresh(quads)));
            Work.Measure($"{name} end to end", seconds, () => Rdfc10.Canonicalize(JsonLdProcessor.ToRdf(JsonLdDocument.Parse(utf8), Work.Safe)));
        }

        return 0;
    case ["documents", var folder]:
        Directory.CreateDirectory(folder);
        for (var seed = 0; seed < 200; seed++)
            File.WriteAllText(Path.Combine(folder, $"document-{seed:D3}.json"), new GeneratedDocuments(seed).Document().ToJsonString());
        return 0;
    case ["canonize", var folder]:
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            File.WriteAllText(Path.ChangeExtension(file, ".ours.nq"), Work.Canonize(File.ReadAllBytes(file)));
        return 0;
    case ["hostile"]:
        HostileCredentials.Measure();
        return 0;
    case ["poison"]:
        PoisonGraphs.Measure();
        return 0;
    case ["profile", var folder, var name]:
        var text = File.ReadAllBytes(Path.Combine(folder, name + ".json"));
        Work.Measure($"{name} expand + to RDF", 12, () => JsonLdProcessor.ToRdf(JsonLdDocument.Parse(text), Work.Safe));
        return 0;
    case ["credentials", var folder, .. var rest]:
        var time = rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 1;
        foreach (var name in new[] { "badge", "record" })
        {
            var works = new CredentialWorks(File.ReadAllBytes(Path.Combine(folder, name + ".json")));
            Work.Warm(4, works.Verify);
            Work.Measure($"{name} issue", time, works.Issue);
            Work.Measure($"{name} verify", time, works.Verify);
        }

        return 0;
    // So many different badges, signed: what the command line verifies.
    case ["files", var folder, var count]:
        CredentialWorks.WriteFiles(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    // A presentation to standard output: the command line signs none.
    case ["present", var key, var file, var challenge, var domain, var created]:
        using (var holder = SigningKey.Read(JsonNode.Parse(File.ReadAllText(key))!.AsObject()))
        {
            var options = new SigningOptions { Created = created, Challenge = challenge, Domain = domain };
            Console.WriteLine(Encoding.UTF8.GetString(CredentialSigner.Sign(File.ReadAllBytes(file), holder, options).Utf8.Span));
        }

        return 0;
    default:
        Console.Error.WriteLine("samples DIR | measure DIR [SECONDS] | credentials DIR [SECONDS] | profile DIR badge|record | poison | hostile | documents DIR | canonize DIR | files DIR COUNT | present KEY FILE CHALLENGE DOMAIN CREATED");
        return 64;
}

internal static class Work
{
    public static JsonLdOptions Safe { get; } = new() { Safe = true };

    /// <summary>The canonical form of a document, or the error.</summary>
    public static string Canonize(byte[] utf8)
    {
        try
        {
            return Rdfc10.Canonicalize(JsonLdProcessor.ToRdf(JsonLdDocument.Parse(utf8), new JsonLdOptions { RdfDirection = RdfDirection.I18nDatatype })).ToString();
        }
        catch (JsonLdException wrong)
        {
            return $"error {wrong.Code}\n";
        }
    }

    /// <summary>The same quads of terms that nobody has written yet: what a document that has just been read gives.</summary>
    public static List<Quad> Fresh(IReadOnlyList<Quad> quads) => [.. quads];

    /// <summary>The compiler's second pass runs beside the first calls.</summary>
    public static void Warm(double seconds, Func<object> work)
    {
        for (var warm = Environment.CpuUsage.TotalTime; (Environment.CpuUsage.TotalTime - warm).TotalSeconds < seconds;)
            work();
    }

    public static void Measure(string name, double seconds, Func<object> work)
    {
        Warm(1.5, work);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        // By the processor's own clock: other work on the machine does not count.
        var before = Environment.CpuUsage.TotalTime;
        var spent = TimeSpan.Zero;
        while (spent.TotalSeconds < seconds)
        {
            for (var i = 0; i < 10; i++, count++)
                work();
            spent = Environment.CpuUsage.TotalTime - before;
        }

        var perSecond = count / spent.TotalSeconds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Math.Max(1, count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{perSecond:F1}/s\t{bytes} B"));
    }
}
