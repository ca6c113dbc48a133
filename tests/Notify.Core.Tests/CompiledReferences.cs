using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Notify.Core.Tests;

/// <summary>What a compiled assembly refers to, whatever its sources look like.</summary>
/// <param name="Assemblies">By simple name.</param>
/// <param name="Members">With type and namespace, as <c>System.IO.File.ReadAllText</c>; a constructor is <c>.ctor</c>.</param>
internal sealed record CompiledReferences(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Members)
{
    /// <summary>Reads the assembly's file.</summary>
    public static CompiledReferences Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. metadata.MemberReferences.Select(r => metadata.GetMemberReference(r)).Where(m => m.Parent.Kind == HandleKind.TypeReference).Select(m => NameOf(metadata, m))]);
    }

    private static string NameOf(MetadataReader metadata, MemberReference member)
    {
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }
}
