using Cairn.Web.Features.Explore.Occupations;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Explore.Skills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cairn.Web.Features.Explore;

/// <summary>What this feature adds to the product.</summary>
internal static class ExploreFeature
{
    public static IServiceCollection AddExplore(this IServiceCollection services)
    {
        services.AddSingleton<SearchEngine>();
        services.AddHostedService<KeepSearchCurrent>();
        services.AddSingleton<ExploreWords>();
        services.AddSingleton<NeedWords>();
        services.AddSingleton<Suggest>();
        services.AddScoped<ReadProgram>();
        services.AddScoped<ReadSkill>();
        services.AddScoped<ReadOccupation>();
        services.AddHealthChecks().AddCheck<SearchIsReady>("search");
        services.Configure<MvcOptions>(options => options.Filters.Add(new NotReadyYet()));
        return services;
    }

    /// <summary>A page that needs the catalogue before it was read says so, and when to come back.</summary>
    private sealed class NotReadyYet : IExceptionFilter
    {
        public void OnException(ExceptionContext context)
        {
            if (context.Exception is not SearchNotReadyException)
                return;
            context.HttpContext.Response.Headers.RetryAfter = "5";
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private sealed class SearchIsReady(SearchEngine search) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(search.Newest is null ? HealthCheckResult.Unhealthy("The catalogue is being read.") : HealthCheckResult.Healthy());
    }
}
