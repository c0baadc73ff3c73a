using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>A picture (Open Badges 3.0, class Image).</summary>
/// <param name="id">Its absolute URI; a <c>data:</c> URI holds it.</param>
/// <param name="caption">What is to be seen; null says nothing.</param>
public sealed class Image(string id, string? caption = null)
{
    internal JsonObject Write(string pointer) => new Members(pointer).Uri("id", id, required: true).Type("Image", asArray: false).Text("caption", caption).Json;
}
