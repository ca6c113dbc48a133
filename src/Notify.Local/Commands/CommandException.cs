namespace Notify.Local.Commands;

/// <summary>Ends a command with one line to the user and an exit code of CONTRACT.md.</summary>
public sealed class CommandException(ExitCode code, string message) : Exception(message)
{
    /// <summary>What the process answers.</summary>
    public ExitCode Code { get; } = code;
}

/// <summary>The exit codes of CONTRACT.md.</summary>
public enum ExitCode
{
    /// <summary>Done; vacancies, flags and call lists included.</summary>
    Done = 0,

    /// <summary>Something nobody expected.</summary>
    Failure = 1,

    /// <summary>Bad input or usage; nothing was changed.</summary>
    BadInput = 2,

    /// <summary>A human must look: an import that is held, a mail that failed, nothing to do by hand.</summary>
    NeedsHuman = 3,

    /// <summary>Stopped by the user.</summary>
    Interrupted = 130,
}
