using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Notify.Adapters.Settings;

/// <summary>
/// Reads options from the configuration and reports everything that is wrong at once, by the name of the setting and with the
/// range that is allowed. The values of settings are not echoed: one of them may be a secret.
/// </summary>
public sealed class SettingsBinder(IConfiguration configuration)
{
    private readonly List<string> _errors = [];

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

    /// <summary>Adds an error that concerns several settings.</summary>
    public void Add(string error) => _errors.Add(error);

    private void Set(object options, PropertyInfo property, string section)
    {
        var name = $"{section}:{property.Name}";
        var found = configuration.GetSection(name);
        if (IsList(property.PropertyType))
        {
            if (found.Exists())
            {
                property.SetValue(options, ListOf(found));
            }

            return;
        }

        if (found.Value is not { } text)
        {
            return;
        }

        try
        {
            property.SetValue(options, TypeDescriptor.GetConverter(property.PropertyType).ConvertFrom(null, CultureInfo.InvariantCulture, text.Trim()));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException or InvalidCastException or OverflowException)
        {
            _errors.Add($"{name}: cannot be read; expected {ExpectedForm(property.PropertyType)}.");
        }
    }

    private static bool IsList(Type type) => type == typeof(IReadOnlyList<string>);

    /// <summary>A list is given as an array, or as one text with blanks, commas or semicolons between.</summary>
    private static List<string> ListOf(IConfigurationSection section) =>
        section.Value is { } text
            ? [.. text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [.. section.GetChildren().Select(c => c.Value ?? "").Where(v => v.Length > 0)];

    private static string ExpectedForm(Type type) =>
        type == typeof(TimeSpan) ? "a time as hh:mm:ss"
        : type == typeof(TimeOnly) ? "a time of day as hh:mm"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(Uri) ? "an absolute address"
        : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(n => n.ToLowerInvariant()))
        : $"a {type.Name}";
}
