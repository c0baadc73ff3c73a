using System.CommandLine;
using Cairn.Cli;
using Cairn.Cli.Verbs;

var streams = Streams.OfTheProcess();

var cairn = new RootCommand("Verbs on files: work out plans, check them, sign and verify credentials, process linked data, and the same as JSON lines for programs in any language.")
{
    new Command("plan", "Pathways of programs that no other in the request beats.")
    {
        PlanSolve.Verb(streams),
        PlanCheck.Verb(streams),
    },
    new Command("credential", "Verifiable credentials, badges and learner records.")
    {
        CredentialSign.Verb(streams),
        CredentialDerive.Verb(streams),
        CredentialVerify.Verb(streams),
        CredentialBake.Verb(streams),
        CredentialUnbake.Verb(streams),
        CredentialInspect.Verb(streams),
        CredentialConvert.Verb(streams),
    },
    new Command("key", "Keys to sign with.")
    {
        KeyGenerate.Verb(streams),
    },
    new Command("did", "Decentralized identifiers.")
    {
        DidResolve.Verb(streams),
    },
    StatusListVerbs.Group(streams),
    JsonLdVerbs.Group(streams),
    new Command("rdf", "RDF datasets.")
    {
        RdfCanonize.Verb(streams),
    },
    LinesVerb.Verb(streams),
};

return Invocation.Run(cairn, args, streams);
