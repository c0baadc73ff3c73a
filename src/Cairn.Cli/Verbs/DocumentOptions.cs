using System.CommandLine;
using Cairn.JsonLd;

namespace Cairn.Cli.Verbs;

/// <summary><c>--documents DIR</c> and <c>--online</c>, the same for every verb that may need documents of others.</summary>
internal sealed class DocumentOptions
{
    private readonly Option<string?> _folder = new("--documents") { Description = "A folder with an index.json of {url: file}: documents come from there, and unknown ones are not fetched.", HelpName = "DIR" };
    private readonly Option<bool> _online = new("--online") { Description = "Fetch what is not in --documents, over https and from public addresses only." };

    internal void AddTo(Command verb)
    {
        verb.Add(_folder);
        verb.Add(_online);
    }

    /// <summary>Null when no documents are to be had.</summary>
    internal IDocumentLoader? Read(ParseResult parsed)
    {
        GivenDocuments? given = parsed.GetValue(_folder) is { } name ? GivenDocuments.OfFolder(name) : null;
        return parsed.GetValue(_online) ? new GivenThenOnline(given, new HttpDocumentLoader()) : given;
    }

    internal bool IsOnline(ParseResult parsed) => parsed.GetValue(_online);

    private sealed class GivenThenOnline(GivenDocuments? given, HttpDocumentLoader http) : IDocumentLoader
    {
        // What is fetched is asked for without the fragment, which is no part of a request.
        public LoadedDocument? Load(string url) => given?.Load(url) ?? http.Load(url.Split('#')[0]);
    }
}
