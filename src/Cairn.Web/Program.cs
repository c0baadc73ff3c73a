using Cairn.Web.Commands;
using Cairn.Web.Features.Explore;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Cairn.Web.Features.Skills.Needs;
using Cairn.Web.Features.Verification;
using Cairn.Web.Hosting;

if (Verbs.Asked(args) is { } verb)
    return await verb;

var builder = CairnHosting.CreateBuilder(args);
builder.Services.AddCairnHosting(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddNeeds(builder.Configuration);
builder.Services.AddExplore();
builder.Services.AddVerification();
builder.Services.AddGoals(builder.Configuration);
builder.Services.AddPlans(builder.Configuration);

// Until it serves, what stops it is said once and plainly below.
var serves = false;
builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => serves && level >= LogLevel.Information);
var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.RefuseCrossSiteRequests();
app.UsePages();
app.MapHealthChecks("/healthz");
app.MapPages();
app.MapExplore();
app.MapPlans();

try
{
    await StartUp.PrepareAsync(app.Services, Console.WriteLine);
    app.Services.GetRequiredService<Readiness>().SetReady();
    await app.StartAsync();
}
catch (Exception stopped) when (CannotStart.Said(stopped) is { } said)
{
    await Console.Error.WriteLineAsync(said);
    return CannotStart.ExitCode;
}

serves = true;
await app.WaitForShutdownAsync();
await app.DisposeAsync();
return 0;

/// <summary>Named so that the test host can find the entry point.</summary>
internal sealed partial class Program;
