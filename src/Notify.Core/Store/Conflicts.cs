namespace Notify.Core.Store;

/// <summary>Reading, deciding and committing anew when somebody else came first.</summary>
public static class Conflicts
{
    /// <summary>How often is tried in all before the conflict goes to the caller, where nothing else is said.</summary>
    public const int Tries = 5;

    /// <summary>Does a step that reads, decides and commits; after a lost race it is done again from its first read.</summary>
    /// <exception cref="ConflictException">Somebody else came first every time; nothing of the last try was stored.</exception>
    /// <param name="tries">In all. More where many people do the same at the same moment.</param>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> step, int tries = Tries)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step();
            }
            catch (ConflictException) when (attempt < tries)
            {
                // Read again and decide again.
            }
        }
    }
}
