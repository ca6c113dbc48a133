using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Notify.Functions.Tests.World;

/// <summary>The functions of the app, as the platform finds them: by their attributes.</summary>
internal static class FunctionsOfTheApp
{
    /// <summary>Every function.</summary>
    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => (m.GetCustomAttribute<FunctionAttribute>()?.Name!, m)).Where(f => f.Item1 is not null),
    ];

    /// <summary>Those with a timer.</summary>
    public static IReadOnlyList<(string Name, MethodInfo Method)> Timers { get; } = [.. All.Where(f => TriggerOf<TimerTriggerAttribute>(f.Method) is not null)];

    /// <summary>The trigger of a function; null: it has another.</summary>
    public static T? TriggerOf<T>(MethodInfo function)
        where T : Attribute => function.GetParameters().Select(p => p.GetCustomAttribute<T>()).SingleOrDefault(a => a is not null);

    /// <summary>The one trigger of that kind.</summary>
    public static T Only<T>()
        where T : Attribute => All.Select(f => TriggerOf<T>(f.Method)).OfType<T>().Single();
}
