using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.Extensions.WebEncoders;

namespace Cairn.Web.Hosting;

/// <summary>Pages, their languages, and what is shown when there is no page.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        var texts = Texts.Load();
        services.AddSingleton(texts);
        services.AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
                // Nothing sets a cookie before sign-in; RefuseCrossSiteRequests guards what is sent here.
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<UnansweredRequests>();
                RefuseInPlainWords(options, texts);
            })
            .InitializeTagHelper<FormTagHelper>((form, _) => form.Antiforgery = false);
        services.Configure<RouteOptions>(options => (options.LowercaseUrls, options.AppendTrailingSlash) = (true, false));
        // Letters outside ASCII are letters, not entities: shorter pages, readable source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>Languages, then error pages in that language, then routing.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseLanguages();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        return app;
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }

    private static void RefuseInPlainWords(MvcOptions options, Texts t)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => t["“{0}” cannot be read here. Write it another way.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => t["“{0}” cannot be read here. Write it another way.", value]);
        messages.SetValueIsInvalidAccessor(value => t["“{0}” cannot be read here. Write it another way.", value]);
        messages.SetValueMustBeANumberAccessor(_ => t["Write a number, such as 6 or 85.50."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => t["Write a number, such as 6 or 85.50."]);
        messages.SetValueMustNotBeNullAccessor(_ => t["Fill this in."]);
        messages.SetMissingBindRequiredValueAccessor(_ => t["Fill this in."]);
        messages.SetMissingKeyOrValueAccessor(() => t["Fill this in."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => t["Nothing was sent."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => t["This cannot be read here. Write it another way."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => t["This cannot be read here. Write it another way."]);
    }
}
