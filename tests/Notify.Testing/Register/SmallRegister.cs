using Notify.Core.Register;

namespace Notify.Testing.Register;

/// <summary>A register of two districts without a fault, as the lines of its files (separator <c>;</c>, no quotes), to spoil in tests.</summary>
public static class SmallRegister
{
    /// <summary>The lines of each file, the header first.</summary>
    public static IReadOnlyDictionary<string, string[]> Lines { get; } = new Dictionary<string, string[]>
    {
        ["districts"] =
        [
            "code;name;coordinator_email;reply_to;director_email;fallback_name;fallback_email;fallback_phone;language;contact_model;forums_per_term",
            "BRO;Bromma;samordnare@bromma.example;;chef@bromma.example;Mottagningen;mottagning@bromma.example;08-100 00;sv;function;steering=1 local=2",
            "SOD;Södermalm;samordnare@sodermalm.example;svar@sodermalm.example;;Mottagningen;mottagning@sodermalm.example;08-200 00;;;",
        ],
        ["schools"] =
        [
            "code;name;provider;school_type;principal_name;principal_email;email;phone;owner_name;owner_email;districts;programmes;status;pupils",
            "99000001;Ängbyskolan;municipal;compulsory;Åsa Öberg;rektor@angby.example;info@angby.example;08-1;;;BRO;PPSS;active;400",
            "99000002;Södra skolan;independent;upper_secondary;;;info@sodra.example;;Bolaget AB;vd@bolaget.example;BRO|SOD;PPSS SkolFam;;",
            "F-17;Förskolan Solen;municipal;preschool;;rektor@solen.example;;;;;SOD;;;30",
        ],
        ["contacts"] =
        [
            "id;district;name;kind;title;email;phone;entra_id;member_of",
            "K1;BRO;Mottagningsgruppen;function;;grupp@bromma.example;08-11;;",
            "K2;BRO;Eva Ek;person;socialsekreterare;eva@bromma.example;+46 8 12;;K1",
            "K3;SOD;Bo Berg;role;;bo@sodermalm.example;08-13;;",
        ],
        ["assignments"] =
        [
            "district;school;contact;role;from;until",
            "BRO;99000001;K1;primary;;",
            "BRO;99000001;K2;deputy;2026-01-01;2026-06-30",
            "BRO;99000002;K2;primary;;",
            "SOD;99000002;K3;primary;;",
            "SOD;F-17;K3;team;;",
        ],
        ["agreements"] =
        [
            "id;district;title;url;signed;interval_months;next_revision;status;steering_group;remind_days;informed;other_districts;part_of",
            "A1;BRO;Lokal överenskommelse;https://bromma.example/avtal;2024-05-01;24;2026-05-01;in_force;G1;90 30 14;chef@bromma.example;SOD;",
            "A2;BRO;Bilaga;;;;;;G1;;;;A1",
        ],
        ["steering_groups"] =
        [
            "id;district;name;member_email;member_name;member_role",
            "G1;BRO;Styrgruppen;anna@bromma.example;Anna;ordförande",
            "G1;BRO;Styrgruppen;per@bromma.example;Per;",
        ],
        ["forums"] =
        [
            "id;district;kind;title;starts;ends;place;audience;types;capacity;organiser_name;organiser_email;rsvp_by;status;agenda",
            "F1;BRO;steering;Styrgrupp;2026-09-01 09:00;2026-09-01 11:00;Salen;;;;;;;;",
            "F2;BRO;local;Lokalt forum;2026-10-01 13:00;2026-10-01 15:00;Aulan;programme:PPSS;compulsory;40;Eva;eva@bromma.example;2026-09-20;planned;Kaffe",
        ],
        ["attendance"] = ["forum;school;attended;persons", "F2;99000001;yes;2", "F2;99000002;no;"],
        ["materials"] = ["id;title;version;published;url;summary;audience", "M1;Vägledning;2;2026-01-15;https://stad.example/m1;Kort;schools"],
        ["questionnaires"] = ["id;version;axis;statement;scale_max;axis_en;statement_en", "Q1;1;Samverkan;Vi vet vem vi ringer;5;Cooperation;We know whom to ring", "Q1;1;Tillit;Vi får svar;5;;"],
        ["followups"] = ["id;district;questionnaire;version;title;opens;closes;respondents;goal", "U1;BRO;Q1;1;Våren 2026;2026-04-01;2026-04-30;schools contacts;Mål 1"],
    };

    /// <summary>The tables as a source gives them.</summary>
    public static IReadOnlyList<RawTable> Tables(params string[] without) =>
        [.. Lines.Where(t => !without.Contains(t.Key)).Select(t => Table(t.Key, t.Value))];

    /// <summary>The tables, one of them with other lines.</summary>
    public static IReadOnlyList<RawTable> With(string table, params string[] lines) =>
        [.. Lines.Select(t => Table(t.Key, t.Key == table ? lines : t.Value))];

    /// <summary>The tables, one line of one of them replaced; the header is line 1, a line behind the last is added.</summary>
    public static IReadOnlyList<RawTable> WithLine(string table, int line, string text) => With(table, Replace(table, line, text));

    /// <summary>The lines of a table, one of them replaced.</summary>
    public static string[] Replace(string table, int line, string text)
    {
        var lines = Lines[table].ToList();
        lines.RemoveRange(line - 1, Math.Min(1, lines.Count - line + 1));
        lines.Insert(line - 1, text);
        return [.. lines];
    }

    /// <summary>A table from its lines.</summary>
    public static RawTable Table(string name, params string[] lines) => new(
        name,
        name + ".csv",
        lines[0].Split(';'),
        [.. lines.Skip(1).Select((line, i) => new RawRow(i + 2, line.Split(';')))]);
}
