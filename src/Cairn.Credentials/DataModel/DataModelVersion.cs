using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataModel;

/// <summary>
/// Which Verifiable Credentials Data Model a document keeps to, told by its first context (2.0, W3C Recommendation of 15 May 2025, section 4.3; 1.1 of 3
/// March 2022, section 4.1). Version 1.1 is read, 2.0 also written.
/// </summary>
internal static class DataModelVersion
{
    public const string Context2 = "https://www.w3.org/ns/credentials/v2";
    public const string Context1 = "https://www.w3.org/2018/credentials/v1";

    public static bool Is2(JsonObject json) => FirstContext(json) == Context2;

    public static bool Is1(JsonObject json) => FirstContext(json) == Context1;

    private static string? FirstContext(JsonObject json) => json.Items("@context").FirstOrDefault().AsText();
}
