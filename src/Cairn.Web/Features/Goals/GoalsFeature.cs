namespace Cairn.Web.Features.Goals;

/// <summary>What this feature adds to the product.</summary>
internal static class GoalsFeature
{
    public static IServiceCollection AddGoals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(PlanCurrency.FromConfiguration(configuration));
        services.AddSingleton<FindGoal>();
        services.AddSingleton<StartGoal>();
        services.AddSingleton<ChangeGoal>();
        services.AddScoped<NeedsOfGoal>();
        services.AddScoped<WorkOutGap>();
        return services;
    }
}
