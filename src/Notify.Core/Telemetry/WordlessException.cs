namespace Notify.Core.Telemetry;

/// <summary>
/// An error as logs may have it: its type, its place and those of what caused it, and none of its words. What a mail server, a
/// library or a parser says of an error may name an address, a person or a text; there is no telling.
/// </summary>
public sealed class WordlessException : Exception
{
    private readonly Exception _error;

    /// <summary>The error without its words.</summary>
    public WordlessException(Exception error)
        : base($"{error.GetType().FullName} (0x{error.HResult:X8})", Causes(error)) => _error = error;

    /// <inheritdoc/>
    public override string? StackTrace => _error.StackTrace;

    /// <inheritdoc/>
    public override string ToString() =>
        InnerException is null ? $"{Message}{Environment.NewLine}{StackTrace}" : $"{Message}{Environment.NewLine} ---> {InnerException}{Environment.NewLine}{StackTrace}";

    private static Exception? Causes(Exception error) => error switch
    {
        AggregateException { InnerExceptions: { Count: > 1 } many } => new AggregateException("several", many.Select(e => new WordlessException(e))),
        { InnerException: { } cause } => new WordlessException(cause),
        _ => null,
    };
}
