using System.Reflection;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Model;

public sealed class SolverStaysInsideTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_type_outside_the_model_names_a_type_of_the_solver() =>
        typeof(PathwayPlanner).Assembly.GetTypes()
            .Where(t => t.Namespace != "Cairn.Planning.Model" && t.DeclaringType?.Namespace != "Cairn.Planning.Model")
            .Where(t => Named(t).Any(IsOfTheSolver))
            .ShouldBeEmpty();

    [Fact]
    public void The_model_does_name_them() =>
        typeof(PathwayPlanner).Assembly.GetTypes().Where(t => t.Namespace == "Cairn.Planning.Model").SelectMany(Named).Any(IsOfTheSolver).ShouldBeTrue();

    private static IEnumerable<Type> Named(Type type) =>
        type.GetFields(Everything).Select(f => f.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType).Concat(Locals(m))));

    private static IEnumerable<Type> Locals(MethodInfo method) => method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [];

    private static bool IsOfTheSolver(Type type) =>
        type.FullName?.StartsWith("Google.", StringComparison.Ordinal) == true || type.GetGenericArguments().Any(IsOfTheSolver);
}
