namespace Cairn.Web.Features.Verification;

/// <summary>What this feature adds to the product.</summary>
internal static class VerificationFeature
{
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<VerifyAward>();
        services.AddSingleton<ReportRows>();
        return services;
    }
}
