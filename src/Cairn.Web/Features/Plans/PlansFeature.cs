using System.Text;
using Cairn.Web.Data;

namespace Cairn.Web.Features.Plans;

/// <summary>What this feature adds to the product.</summary>
internal static class PlansFeature
{
    public static IServiceCollection AddPlans(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MoneyRates.FromConfiguration(configuration));
        services.AddSingleton(_ => SolveQueue.ForThisMachine());
        services.AddSingleton<KeepPlan>();
        services.AddSingleton<PlanWords>();
        services.AddScoped<FindCandidates>();
        services.AddScoped<BuildPlan>();
        return services;
    }

    public static void MapPlans(this IEndpointRouteBuilder app) =>
        app.MapGet("/plans/{link}/request.json", async (string link, CairnDb db, CancellationToken cancellationToken) =>
            await PlanAccess.FindAsync(db, link, cancellationToken) is { } plan
                ? Results.File(Encoding.UTF8.GetBytes(plan.RequestText()), "application/json", "plan-request.json")
                : Results.NotFound());
}
