namespace Cairn.Web.Features.Catalogue;

/// <summary>A catalogue that was imported, with what its publisher asks to be said.</summary>
internal sealed record CatalogueList
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Publisher { get; init; }
    public required string Attribution { get; init; }
    public string? Link { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>Came with the product: the page says "demonstration catalogue" until a list of the operator's own is loaded.</summary>
    public required bool Starter { get; init; }
}
