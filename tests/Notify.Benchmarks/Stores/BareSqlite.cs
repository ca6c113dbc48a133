using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Notify.Benchmarks.Stores;

/// <summary>The ceiling of the store: the same records inserted by SQLite alone, as durably, each in a transaction of its own.</summary>
internal static class BareSqlite
{
    /// <summary>A value of the size of a school's state.</summary>
    public static string Value { get; } = $$"""{"text":"{{new string('x', 400)}}"}""";

    /// <summary>The key of the record with the number.</summary>
    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"row:{number:D6}");

    /// <summary>Inserts the records.</summary>
    public static Measurement Insert(string folder, int count)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
            CREATE TABLE record (partition TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (partition, key)) WITHOUT ROWID;
            """;
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO record VALUES ('P', $key, $value);";
        var key = command.Parameters.Add("$key", SqliteType.Text);
        command.Parameters.AddWithValue("$value", Value);
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            key.Value = KeyOf(i);
            command.ExecuteNonQuery();
        }

        return Measurement.Since(start, count, "one after the other");
    }
}
