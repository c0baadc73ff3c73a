using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn status-list create|set|get</c></summary>
internal static class StatusListVerbs
{
    /// <summary>How long others may keep a list: a revocation is known everywhere after that.</summary>
    private static readonly TimeSpan KeptByOthers = TimeSpan.FromMinutes(5);

    internal static Command Group(Streams streams) => new("status-list", "Bitstring status lists: which credentials their issuer has taken back.")
    {
        Create(streams),
        Set(streams),
        Get(streams),
    };

    private static Command Create(Streams streams)
    {
        var id = new Option<string>("--id") { Description = "The URL under which the list will be served.", Required = true, HelpName = "URL" };
        var purpose = new Option<string>("--purpose") { Description = "What a set entry means.", Required = true };
        purpose.AcceptOnlyFromAmong("revocation", "suspension");
        var key = new KeyOption();
        var length = new Option<int?>("--length") { Description = $"How many entries; at least {StatusList.MinLength}, which is the default, so that which one is asked for says little.", HelpName = "N" };
        var verb = new Command("create", """
            Make a signed status list in which nothing is revoked, to standard output.

            Examples:
              cairn status-list create --id https://example.org/status/1 --purpose revocation --key key.json > 1.json
            """) { id, purpose, length };
        key.AddTo(verb);
        verb.Validators.Add(words =>
        {
            if (words.GetValue(length) is < StatusList.MinLength or > 64 * 1024 * 1024)
            {
                words.AddError($"--length is {words.GetValue(length)}; expected {StatusList.MinLength} to {64 * 1024 * 1024}.");
            }

            if (words.GetValue(id) is { } url && !AbsoluteIri.Is(url))
            {
                words.AddError($"--id is {url}; expected a URL.");
            }
        });
        verb.SetAction(parsed =>
        {
            using SigningKey signer = key.Read(parsed, streams);
            JsonObject list = StatusList.Create(parsed.GetValue(length) ?? StatusList.MinLength)
                .ToCredential(parsed.GetRequiredValue(id), signer.Controller, parsed.GetRequiredValue(purpose), TimeProvider.System.GetUtcNow(), timeToLive: KeptByOthers);
            return Sign("the list", list, signer, streams);
        });
        return verb;
    }

    private static Command Set(Streams streams)
    {
        Argument<string> file = ListFile();
        Argument<int> index = Index();
        var value = new Argument<bool>("VALUE") { Description = "true: taken back; false: not, or no more.", HelpName = "true|false" };
        var key = new KeyOption();
        var verb = new Command("set", """
            Set an entry of a list and sign the list anew, to standard output.

            Examples:
              cairn status-list set 1.json 94567 true --key key.json > new.json && mv new.json 1.json
            """) { file, index, value };
        key.AddTo(verb, file);
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            JsonObject credential = ReadList(name, streams);
            using SigningKey signer = key.Read(parsed, streams);
            StatusList list = CredentialErrors.Reading(name, () => StatusList.FromCredential(credential));
            list.Set(InRange(parsed.GetValue(index), list, name), parsed.GetValue(value) ? 1 : 0);
            credential["credentialSubject"]!["encodedList"] = list.Encode();
            credential.Remove("proof");
            return Sign(name, credential, signer, streams);
        });
        return verb;
    }

    private static Command Get(Streams streams)
    {
        Argument<string> file = ListFile();
        Argument<int> index = Index();
        var verb = new Command("get", """
            Print an entry of a list: true when it is set. The list's proof is not looked at; cairn credential verify does that.

            Examples:
              cairn status-list get 1.json 94567
            """) { file, index };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            StatusList list = CredentialErrors.Reading(name, () => StatusList.FromCredential(ReadList(name, streams)));
            streams.Print(list.Get(InRange(parsed.GetValue(index), list, name)) == 0 ? "false" : "true");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Argument<string> ListFile() => new("FILE") { Description = "The list, or - for standard input." };

    private static Argument<int> Index() => new("INDEX") { Description = "Which entry, from 0." };

    private static int Sign(string name, JsonObject list, SigningKey signer, Streams streams)
    {
        SignedText.Write(CredentialErrors.Reading(name, () => CredentialSigner.Sign(PlainJson.Write(list, forPerson: false).Span, signer)), isJws: false, streams);
        return ExitCode.Done;
    }

    private static int InRange(int index, StatusList list, string name) => index >= 0 && index < list.Length ? index
        : throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture, $"cairn: {InputFile.NameOf(name)} has the entries 0 to {list.Length - 1}; {index} is none of them."));

    private static JsonObject ReadList(string name, Streams streams) => InputFile.ReadObject(name, streams.Input, "a status list credential", InputFile.MostBytesOfACredential);
}
