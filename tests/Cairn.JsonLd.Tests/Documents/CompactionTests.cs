using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Documents;

/// <summary>Compaction (JSON-LD 1.1 Processing Algorithms and API, W3C Recommendation of 16 July 2020, section 5.1.2) where the W3C's suite does not look.</summary>
public sealed class CompactionTests
{
    [Fact]
    public void A_type_brings_its_terms_though_a_type_around_has_a_shorter_name_for_it()
    {
        // As in the context of Open Badges 3.0. Step 11: types are compacted by the active context, which has left that of Address behind.
        var context = JsonLdDocument.Parse("""
            {
              "@version": 1.1,
              "Address": {"@id": "https://example.org/Address", "@context": {"geo": "https://example.org/Geo"}},
              "GeoCoordinates": {"@id": "https://example.org/Geo", "@context": {"latitude": "https://example.org/latitude"}}
            }
            """);
        var expanded = JsonLdDocument.Parse("""
            [{
              "@type": ["https://example.org/Address"],
              "https://example.org/Geo": [{"@type": ["https://example.org/Geo"], "https://example.org/latitude": [{"@value": 29.3}]}]
            }]
            """);

        var compacted = JsonLdProcessor.Compact(expanded, context);

        compacted["geo"].ShouldBeOfType<JsonObject>().ShouldContainKey("latitude");
    }
}
