using AngleSharp.Html.Dom;
using Cairn.Testing;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

/// <summary>The product with the small catalogue, once for all tests of a class that only read.</summary>
public sealed class ExploreApp : IAsyncLifetime
{
    private CairnApp? _app;

    internal CairnApp App => _app!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: SmallCatalogue.FillAsync);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal async Task<IHtmlDocument> PageAsync(string address) => (await App.GetPageAsync(address)).Page;
}
