using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Notify.Core.Tests;

/// <summary>What a compiled assembly refers to, whatever its sources look like.</summary>
/// <param name="Assemblies">By simple name.</param>
/// <param name="Types">With their namespaces.</param>
internal sealed record CompiledReferences(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Types)
{
    /// <summary>Reads the assembly's file.</summary>
    public static CompiledReferences Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. metadata.TypeReferences.Select(r => metadata.GetTypeReference(r)).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")]);
    }
}
