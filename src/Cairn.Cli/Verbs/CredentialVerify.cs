using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials;
using Cairn.JsonLd;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential verify FILE… [--json] [--at TIME] [--checks proof] [--documents DIR] [--online]</c></summary>
internal static class CredentialVerify
{
    private const string Description = """
        Verify credentials and presentations: is it unchanged, signed by its issuer, within its dates, and not taken back?

        One file: one sentence, then one row for each check. Several files: one line each, verdict, file and reason, with tabs between.
        Nothing is fetched without --online: what would need it (did:web, status lists) comes from --documents, or could not be checked.

        Exit 0 valid, 1 invalid, 2 could not be checked; of several files the worst; 65 when one is no JSON and no JSON Web Signature.

        Examples:
          cairn credential verify award.json
          cairn credential verify award.json --at 2026-01-31T12:00:00Z --documents documents/
          cairn credential verify *.json --json > reports.jsonl
          curl -s https://example.org/award | cairn credential verify - --online
        """;

    internal static Command Verb(Streams streams)
    {
        var files = new Argument<string[]>("FILE") { Description = "Credentials, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "The machine form: one object for each file." };
        var at = new Option<string?>("--at") { Description = "The moment that rules every date, with an offset; now by default.", HelpName = "TIME" };
        var checks = new Option<string?>("--checks") { Description = "proof: only the proof and what it needs; not whose key it is.", HelpName = "proof" };
        checks.AcceptOnlyFromAmong("proof");
        var documents = new DocumentOptions();
        var verb = new Command("verify", Description) { files, json, at, checks };
        documents.AddTo(verb);
        verb.Validators.Add(words =>
        {
            if (words.GetValue(files) is { } names && names.Count(name => name == InputFile.StandardInput) > 1)
            {
                words.AddError("Standard input can be read only once.");
            }

            if (words.GetValue(at) is { } time && !VerificationOptions.TryReadMoment(time, out _))
            {
                words.AddError($"--at is {time}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z.");
            }
        });
        verb.SetAction(parsed =>
        {
            IDocumentLoader? loader = documents.Read(parsed);
            var options = new VerificationOptions
            {
                At = VerificationOptions.TryReadMoment(parsed.GetValue(at), out DateTimeOffset moment) ? moment : null,
                ProofOnly = parsed.GetValue(checks) is not null,
                Documents = loader,
            };
            string[] names = parsed.GetRequiredValue(files);
            Answer AnswerOf(string name) => Verify(name, streams, documents.IsOnline(parsed) ? loader : null, options);
            return names.Length == 1 ? One(AnswerOf(names[0]), parsed.GetValue(json), streams) : Many(names, AnswerOf, parsed.GetValue(json), streams);
        });
        return verb;
    }

    private static Answer Verify(string name, Streams streams, IDocumentLoader? online, VerificationOptions options)
    {
        try
        {
            return new Answer(name, CredentialVerifier.Verify(CredentialInput.Read(name, streams.Input, online), options), null);
        }
        catch (UnreadableInputException problem)
        {
            return new Answer(name, null, problem.Message);
        }
        catch (CredentialException problem)
        {
            return new Answer(name, null, $"cairn: {InputFile.NameOf(name)}: {Plain.Text(problem.Message)} Expected a credential as JSON, a JSON Web Signature or an image.");
        }
    }

    private static int One(Answer answer, bool json, Streams streams)
    {
        if (answer.Report is not { } report)
        {
            throw new UnreadableInputException(answer.Problem!);
        }

        if (json)
        {
            streams.Write(PlainJson.Write(answer.ToJson(), streams.PersonReads).Span);
        }
        else
        {
            streams.Write(Encoding.UTF8.GetBytes(ReportText.Of(report, streams.PersonReads && Environment.GetEnvironmentVariable("NO_COLOR") is null or "")));
        }

        return answer.ExitCode;
    }

    private static int Many(string[] names, Func<string, Answer> answerOf, bool json, Streams streams)
    {
        int worst = ExitCode.Done;
        using var output = new BufferedStream(streams.Output, 64 * 1024);
        foreach (Answer answer in names.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(Environment.ProcessorCount, 512)).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(answerOf))
        {
            if (answer.Problem is { } problem)
            {
                streams.Error.WriteLine(problem);
            }

            output.Write(json ? PlainJson.Write(answer.ToJson(), forPerson: false).Span : Encoding.UTF8.GetBytes(answer.ToLine()));
            worst = Worse(worst, answer.ExitCode);
        }

        return worst;
    }

    private static int Worse(int one, int other)
    {
        int[] fromBest = [ExitCode.Done, ExitCode.Unknown, ExitCode.Invalid, ExitCode.InputUnreadable];
        return fromBest[Math.Max(Array.IndexOf(fromBest, one), Array.IndexOf(fromBest, other))];
    }

    /// <summary>What became of one file: a report, or why it cannot be read.</summary>
    private sealed record Answer(string File, VerificationReport? Report, string? Problem)
    {
        internal int ExitCode => Report?.Verdict switch
        {
            Verdict.Valid => Cli.ExitCode.Done,
            Verdict.Invalid => Cli.ExitCode.Invalid,
            Verdict.Unknown => Cli.ExitCode.Unknown,
            _ => Cli.ExitCode.InputUnreadable,
        };

        internal string ToLine() =>
            $"{(Report is null ? "unreadable" : VerificationReport.NameOf(Report.Verdict))}\t{Plain.Text(File)}\t{Plain.Text(Problem ?? Report!.Decisive?.Reason ?? "")}\n";

        internal JsonObject ToJson()
        {
            var json = new JsonObject { ["file"] = File };
            if (Report is null)
            {
                json["error"] = Problem;
                return json;
            }

            foreach ((string name, JsonNode? value) in Report.ToJson())
            {
                json[name] = value?.DeepClone();
            }

            return json;
        }
    }
}
