using Cairn.Credentials;
using Cairn.JsonLd;
using Cairn.Planning;
using Cairn.Rdf;
using Cairn.Web.Data;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Architecture;

/// <summary>The rules of ARCHITECTURE.md and STYLE.md that a machine can hold.</summary>
public sealed class HouseTests
{
    /// <summary>A feature uses only those before it. A new feature takes its place here first.</summary>
    private static readonly string[] FeatureOrder =
    [
        "Accounts", "Organizations", "Audit", "Jobs", "Mail", "Files", "Notices", "Imports",
        "Skills", "Catalogue", "Explore", "Demand", "Aid",
        "Achievements", "Issuance", "Claims", "Wallet", "Sharing", "Verification", "Recognition",
        "Goals", "Plans", "Learning",
        "Hiring", "Advising", "Operations", "Home",
        // The sheet of all components, in Development only.
        "Dev",
    ];

    private static readonly AssemblyDefinition Web = References.Read(typeof(CairnDb));
    private static readonly AssemblyDefinition Planning = References.Read(typeof(PathwayPlanner));
    private static readonly AssemblyDefinition Rdf = References.Read(typeof(Quad));
    private static readonly AssemblyDefinition JsonLd = References.Read(typeof(JsonLdProcessor));
    private static readonly AssemblyDefinition Credentials = References.Read(typeof(CredentialVerifier));

    [Fact]
    public void The_planner_uses_nothing_else_of_ours() => OursUsedBy(Planning).ShouldBeEmpty();

    [Fact]
    public void Rdf_uses_nothing_else_of_ours() => OursUsedBy(Rdf).ShouldBeEmpty();

    [Fact]
    public void Json_ld_uses_only_rdf_of_ours() => OursUsedBy(JsonLd).ShouldBe(["Cairn.Rdf"]);

    [Fact]
    public void Credentials_use_only_linked_data_of_ours() => OursUsedBy(Credentials).ShouldBe(["Cairn.JsonLd", "Cairn.Rdf"], ignoreOrder: true);

    [Fact]
    public void Only_the_planners_model_sees_the_solver() =>
        Planning.WrittenTypes()
            .Where(type => !type.Namespace.StartsWith("Cairn.Planning.Model", StringComparison.Ordinal))
            .Where(type => type.Mentioned().Any(IsSolver))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void The_solver_stands_in_no_public_type() =>
        Planning.WrittenTypes().Where(type => type.IsPublic && type.Mentioned().Any(IsSolver)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void The_checker_of_plans_knows_the_contract_and_nothing_else_of_the_planner() =>
        Planning.WrittenTypes().Where(type => type.Namespace.StartsWith("Cairn.Planning.Checking", StringComparison.Ordinal))
            .SelectMany(type => type.Mentioned().Where(used => used.Home().StartsWith("Cairn.Planning", StringComparison.Ordinal))
                .Where(used => !used.Home().StartsWith("Cairn.Planning.Checking", StringComparison.Ordinal) && !used.Home().StartsWith("Cairn.Planning.Contract", StringComparison.Ordinal))
                .Select(used => $"{type.FullName} → {used.FullName}"))
            .Distinct().ShouldBeEmpty();

    [Fact]
    public void Every_feature_stands_in_the_written_order() =>
        FeaturesOf(Web.WrittenTypes()).Except(FeatureOrder).Except(["Shared"]).ShouldBeEmpty();

    [Fact]
    public void A_feature_uses_only_those_before_it() =>
        FeatureArrows().Where(arrow => Place(arrow.To) > Place(arrow.From)).Select(arrow => arrow.ToString()).ShouldBeEmpty();

    [Fact]
    public void A_feature_never_uses_the_pages_of_another() =>
        FeatureArrows().Where(arrow => IsPage(arrow.Used)).Select(arrow => arrow.ToString()).ShouldBeEmpty();

    [Fact]
    public void What_all_features_share_uses_none_of_them() =>
        Web.WrittenTypes().Where(type => FeatureOf(type.Home()) == "Shared" || type.Home().StartsWith("Cairn.Web.Drawing", StringComparison.Ordinal))
            .SelectMany(type => type.Mentioned().Select(used => FeatureOf(used.Home())).Where(used => used is not null and not "Shared").Select(used => $"{type.FullName} → {used}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_database_knows_no_feature() =>
        Web.WrittenTypes().Where(type => type.Home() == "Cairn.Web.Data")
            .Where(type => type.Mentioned().Any(used => FeatureOf(used.Home()) is not null)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void The_database_has_no_sets_as_properties() =>
        Web.WrittenTypes().Where(type => type.Name.EndsWith("CairnDb", StringComparison.Ordinal))
            .SelectMany(type => type.Properties).Where(p => p.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed_abstract_or_static() =>
        AllTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsBaseOfAnother(type) && !IsGenerated(type))
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Dto", "Impl", "Base"];

        AllTypes()
            // "Tag helper" is the framework's own term.
            .Where(type => !type.Name.EndsWith("TagHelper", StringComparison.Ordinal) && empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Interfaces_are_fewer_than_three_in_a_hundred_types()
    {
        var types = AllTypes().ToList();

        types.Count(type => type.IsInterface).ShouldBeLessThan(Math.Max(1, types.Count * 3 / 100) + 1);
    }

    private static IEnumerable<string> OursUsedBy(AssemblyDefinition assembly) =>
        assembly.MainModule.AssemblyReferences.Select(a => a.Name).Where(name => name.StartsWith("Cairn", StringComparison.Ordinal));

    private static IEnumerable<TypeDefinition> AllTypes() => new[] { Web, Planning, Rdf, JsonLd, Credentials }.SelectMany(assembly => assembly.WrittenTypes());

    private static IEnumerable<Arrow> FeatureArrows() =>
        from type in Web.WrittenTypes()
        let user = FeatureOf(type.Home())
        where user is not null and not "Shared"
        from used in type.Mentioned()
        let to = FeatureOf(used.Home())
        where to is not null and not "Shared" && to != user
        select new Arrow(type, user, used, to);

    private static IEnumerable<string> FeaturesOf(IEnumerable<TypeDefinition> types) => types.Select(type => FeatureOf(type.Home())).OfType<string>().Distinct();

    private static string? FeatureOf(string home)
    {
        const string Prefix = "Cairn.Web.Features.";
        return home.StartsWith(Prefix, StringComparison.Ordinal) ? home[Prefix.Length..].Split('.')[0] : null;
    }

    private static int Place(string feature) => Array.IndexOf(FeatureOrder, feature);

    private static bool IsSolver(TypeReference type) => type.Home().StartsWith("Google.OrTools", StringComparison.Ordinal);

    private static bool IsPage(TypeReference type) => type.Resolve()?.BaseType?.Name is "PageModel" or "Page";

    private static bool IsGenerated(TypeDefinition type) => type.Namespace.Contains(".Migrations.", StringComparison.Ordinal) || type.CustomAttributes.Any(a => a.AttributeType.Name.StartsWith("Razor", StringComparison.Ordinal))
        || type.Namespace == "AspNetCoreGeneratedDocument" || type.Name == "Program";

    private static bool IsBaseOfAnother(TypeDefinition type) =>
        type.Module.GetTypes().Any(other => other.BaseType?.Resolve()?.FullName == type.FullName);

    private sealed record Arrow(TypeDefinition Type, string From, TypeReference Used, string To)
    {
        public override string ToString() => $"{Type.FullName} ({From}) → {Used.FullName} ({To})";
    }
}
