using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cairn.Web.Hosting;

/// <summary>Behind <c>/healthz</c>: 200 once the database is migrated, the starter data loaded and the search index built.</summary>
internal sealed class Readiness : IHealthCheck
{
    private volatile bool _ready;

    public void SetReady() => _ready = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Starting."));
}
