namespace Notify.Testing.Azurite;

/// <summary>A real Azurite, the blob service; as a fixture of the assembly it costs nothing until a test asks for it.</summary>
public sealed class AzuriteBlobs : IAsyncDisposable
{
    private readonly Azurite azurite = new("blob");

    /// <inheritdoc cref="Azurite.ConnectAsync"/>
    public Task<string> ConnectAsync() => azurite.ConnectAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
