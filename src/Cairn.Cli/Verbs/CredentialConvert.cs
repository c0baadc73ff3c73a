using System.CommandLine;
using Cairn.Credentials;
using Cairn.Credentials.Models;
using Cairn.JsonLd;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn credential convert FILE --to open-badges-3|open-badges-2|clr-2 [--documents DIR]</c></summary>
internal static class CredentialConvert
{
    private const string Description = """
        Convert an award to another format. The result is unsigned: a signature is over one text and carries to no other.

        What has no place in the result is listed on standard error, one line each. A badge class or issuer that the award only refers to
        must be in the folder --documents names: a file index.json of {"https://…": "file in that folder"}. Nothing is fetched without --online.

        Examples:
          cairn credential convert assertion.json --to open-badges-3 > award.json
          cairn credential convert old-badge.png --to open-badges-3 --documents saved/
          cairn credential convert award.json --to clr-2 | cairn credential sign - --key key.json
        """;

    private static readonly Dictionary<string, CredentialFormat> Formats = new(StringComparer.Ordinal)
    {
        ["open-badges-3"] = CredentialFormat.OpenBadges3,
        ["open-badges-2"] = CredentialFormat.OpenBadges2,
        ["clr-2"] = CredentialFormat.Clr2,
    };

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The award: JSON, compact JWS, PNG or SVG, or - for standard input." };
        var to = new Option<string>("--to") { Description = "The format of the result.", Required = true };
        to.AcceptOnlyFromAmong([.. Formats.Keys]);
        var documents = new DocumentOptions();
        var verb = new Command("convert", Description) { file, to };
        documents.AddTo(verb);
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            byte[] bytes = CredentialInput.Read(name, streams.Input, null);
            IDocumentLoader? loader = documents.Read(parsed);
            ConvertedCredential converted = CredentialErrors.Reading(name, () =>
                CredentialConversion.Convert(CredentialView.Read(bytes).Json, Formats[parsed.GetRequiredValue(to)], loader));
            foreach (string line in converted.NotCarried)
            {
                streams.Error.WriteLine($"cairn: not carried: {Plain.Text(line)}");
            }

            streams.Write(PlainJson.Write(converted.Credential, streams.PersonReads).Span);
            return ExitCode.Done;
        });
        return verb;
    }
}
