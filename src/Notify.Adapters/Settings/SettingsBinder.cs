using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Settings;

/// <summary>
/// Reads options from the configuration and reports everything that is wrong at once, by the name of the setting and with the
/// range that is allowed. The values of settings are not echoed: one of them may be a secret.
/// </summary>
public sealed class SettingsBinder(IConfiguration configuration)
{
    private readonly List<string> _errors = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, in the order of reading.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The options of a section; what could not be read keeps its default.</summary>
    public T Read<T>(string section, Func<T, IEnumerable<string>>? validate = null)
        where T : class, new()
    {
        var options = new T();
        foreach (var property in typeof(T).GetProperties().Where(p => p.CanWrite))
        {
            Set(options, property, section);
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        _errors.AddRange(results.Select(r => $"{section}:{r.MemberNames.FirstOrDefault()}: {r.ErrorMessage}"));
        _errors.AddRange(validate?.Invoke(options) ?? []);
        return options;
    }

    /// <summary>Everything that is wrong in one sentence, names that nobody knows included; null: nothing is.</summary>
    public string? Complaint => _errors.Count == 0
        ? null
        : $"the settings cannot be used: {string.Join(" ", _errors.Concat(Unknown().Select(u => $"{u}: there is no such setting.")))}";

    /// <summary>Adds an error that concerns several settings.</summary>
    public void Add(string error) => _errors.Add(error);

    /// <summary>One setting without options of its own; null when it is absent or empty.</summary>
    public string? Find(string name)
    {
        _known.Add(name);
        return configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>Settings in the sections that were read which nothing has asked for, each with the name that was perhaps meant.</summary>
    public IReadOnlyList<string> Unknown()
    {
        var sections = _known.Select(Section).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. configuration.AsEnumerable()
                .Where(s => s.Value is not null && s.Key.Contains(':', StringComparison.Ordinal) && sections.Contains(Section(s.Key)) && !IsKnown(s.Key))
                .Select(s => s.Key)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(name => EditDistance.Nearest(name, _known) is { } near ? $"{name} (perhaps {near})" : name),
        ];
    }

    private static string Section(string name) => name.Split(':')[0];

    private bool IsKnown(string name) => _known.Contains(name) || _known.Any(k => name.StartsWith(k + ":", StringComparison.OrdinalIgnoreCase));

    private void Set(object options, PropertyInfo property, string section)
    {
        var (name, type) = ($"{section}:{property.Name}", property.PropertyType);
        _known.Add(name);
        var found = configuration.GetSection(name);
        if (IsList(type))
        {
            if (found.Exists())
            {
                property.SetValue(options, ListOf(found));
            }
        }
        else if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            property.SetValue(options, MapOf(found));
        }
        else if (found.Value is { } text)
        {
            if (ValueOf(type, text.Trim()) is { } value)
            {
                property.SetValue(options, value);
            }
            else
            {
                _errors.Add($"{name}: cannot be read; expected {ExpectedForm(type)}.");
            }
        }
    }

    /// <summary>Null: the text is no such value.</summary>
    private static object? ValueOf(Type type, string text)
    {
        // By name only: the converter would take any number.
        if (type.IsEnum && !Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFrom(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsList(Type type) => type == typeof(IReadOnlyList<string>);

    /// <summary>A list is given as an array, or as one text with blanks, commas or semicolons between.</summary>
    private static List<string> ListOf(IConfigurationSection section) =>
        section.Value is { } text
            ? [.. text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [.. section.GetChildren().Select(c => c.Value ?? "").Where(v => v.Length > 0)];

    /// <summary>Whatever stands below a section, by its name from there on: <c>contacts:id</c>.</summary>
    private static Dictionary<string, string> MapOf(IConfigurationSection section) => section.AsEnumerable(makePathsRelative: true)
        .Where(s => s.Key.Length > 0 && !string.IsNullOrWhiteSpace(s.Value))
        .ToDictionary(s => s.Key, s => s.Value!.Trim(), StringComparer.OrdinalIgnoreCase);

    private static string ExpectedForm(Type type) =>
        type == typeof(TimeSpan) ? "a time as hh:mm:ss"
        : type == typeof(TimeOnly) ? "a time of day as hh:mm"
        : type == typeof(DateOnly?) ? "a day as yyyy-MM-dd"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(Uri) ? "an absolute address"
        : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(n => n.ToLowerInvariant()))
        : $"a {type.Name}";
}
