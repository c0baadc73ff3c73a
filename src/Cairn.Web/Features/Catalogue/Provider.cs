namespace Cairn.Web.Features.Catalogue;

/// <summary>Natural key of a provider: a slug of its name, stable across imports.</summary>
internal readonly record struct ProviderId(string Value)
{
    public override string ToString() => Value;
}

internal sealed record Provider
{
    public required ProviderId Id { get; init; }
    public required string Name { get; init; }
    public string? Link { get; init; }
}

/// <summary>A monthly fee that opens many programs, published by the provider.</summary>
internal sealed record ProgramSubscription
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required long PerMonth { get; init; }
    public required string Currency { get; init; }
    public required string SourceLink { get; init; }
    public required DateOnly AsOf { get; init; }
}
