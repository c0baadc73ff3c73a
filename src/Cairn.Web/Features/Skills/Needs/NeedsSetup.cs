namespace Cairn.Web.Features.Skills.Needs;

/// <summary>Registers the needs rule, with the numbers of the configuration section <c>Needs</c> where it has them, and its queries.</summary>
internal static class NeedsSetup
{
    /// <exception cref="InvalidOperationException">A number of the section makes no sense; said at start, before anybody is told wrong needs.</exception>
    public static IServiceCollection AddNeeds(this IServiceCollection services, IConfiguration configuration)
    {
        var rule = configuration.GetSection(NeedsRule.Section).Get<NeedsRule>() ?? new NeedsRule();
        if (rule.Fault() is { } fault)
            throw new InvalidOperationException($"Configuration section {NeedsRule.Section}: {fault}");
        return services.AddSingleton(rule).AddSingleton<NeedCountsCache>().AddScoped<OccupationNeedsQuery>().AddScoped<EntryConditionsQuery>();
    }
}
