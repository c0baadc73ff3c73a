using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Web.Data;

namespace Cairn.Web.Features.Imports;

/// <summary>Id structs stand in JSON as their value alone.</summary>
internal sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IdTypes.All.Contains(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<,>).MakeGenericType(typeToConvert, IdTypes.ValueOf(typeToConvert)))!;

    private sealed class IdJsonConverter<TId, TValue> : JsonConverter<TId>
        where TId : struct
    {
        private static readonly IdConverter<TId, TValue> Converter = new();
        private static readonly Func<TId, TValue> Unwrap = Converter.ConvertToProviderExpression.Compile();
        private static readonly Func<TValue, TId> Wrap = Converter.ConvertFromProviderExpression.Compile();

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Unwrap(value), options);
    }
}
