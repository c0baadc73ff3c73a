using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Cairn.Web.Tests.Architecture;

/// <summary>Who uses whom, read from the compiled code: signatures, fields, attributes and every instruction.</summary>
internal static class References
{
    public static AssemblyDefinition Read(Type anyTypeOfIt) => AssemblyDefinition.ReadAssembly(anyTypeOfIt.Assembly.Location);

    /// <summary>Types that are written by people: no compiler-made ones at the top level.</summary>
    public static IEnumerable<TypeDefinition> WrittenTypes(this AssemblyDefinition assembly) =>
        assembly.MainModule.Types.Where(type => type.Name != "<Module>" && !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>Every type that a type or anything nested in it mentions.</summary>
    public static IEnumerable<TypeReference> Mentioned(this TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        found.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        found.AddRange(type.Fields.Select(f => f.FieldType));
        found.AddRange(type.Properties.Select(p => p.PropertyType));
        foreach (var method in type.Methods)
        {
            found.Add(method.ReturnType);
            found.AddRange(method.Parameters.Select(p => p.ParameterType));
            if (method.HasBody)
            {
                found.AddRange(method.Body.Variables.Select(v => v.VariableType));
                found.AddRange(method.Body.Instructions.SelectMany(Of));
            }
        }

        found.AddRange(type.NestedTypes.SelectMany(Mentioned));
        return found.Where(t => t is not null).SelectMany(t => Unwrap(t!));
    }

    private static IEnumerable<TypeReference?> Of(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method is GenericInstanceMethod generic ? generic.GenericArguments : []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference> Unwrap(TypeReference type)
    {
        if (type is GenericInstanceType generic)
            return generic.GenericArguments.SelectMany(Unwrap).Append(generic.ElementType);
        return type is TypeSpecification wrapped ? Unwrap(wrapped.ElementType) : [type];
    }

    /// <summary>The namespace of a type, nested ones included.</summary>
    public static string Home(this TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }
}
