namespace Notify.Core.Register.Reading;

/// <summary>What a column of a table means to its rows.</summary>
internal enum Need
{
    Optional,
    Required,

    /// <summary>Required, and part of what makes a row the only one of its kind.</summary>
    Key,

    /// <summary>Part of the key, yet it may be empty.</summary>
    OptionalKey,
}

/// <summary>One column of a table in CONTRACT.md.</summary>
/// <param name="name">Its name.</param>
/// <param name="swedish">The Swedish alias, if it has one.</param>
internal abstract class Column<TRow>(string name, string? swedish, Need need)
{
    public string Name => name;

    public IReadOnlyList<string> Spellings { get; } = swedish is null ? [name] : [name, swedish];

    public bool IsRequired => need is Need.Required or Need.Key;

    public bool IsKey => need is Need.Key or Need.OptionalKey;

    /// <summary>The place in the table's layout, which sets it.</summary>
    public int Ordinal { get; set; }

    /// <summary>The name as a reader of the language writes it.</summary>
    public string In(Language language) => language is Language.Swedish ? swedish ?? name : name;

    /// <summary>The name, and that of the other language beside it, for messages.</summary>
    public Bilingual Described => swedish is null ? Bilingual.Of($"'{name}'", $"”{name}”") : Bilingual.Of($"'{name}' (or '{swedish}')", $"”{swedish}” (eller ”{name}”)");

    /// <summary>The cell that holds this column of the row.</summary>
    public abstract string Write(TRow row);
}

/// <inheritdoc/>
/// <param name="value">The value of this column in a row.</param>
internal sealed class Column<TRow, T>(string name, string? swedish, Need need, CellFormat<T> format, Func<TRow, T> value)
    : Column<TRow>(name, swedish, need)
{
    public CellFormat<T> Format => format;

    public override string Write(TRow row) => format.Write(value(row));
}
