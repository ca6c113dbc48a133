namespace Notify.Local.Tests.World;

/// <summary>
/// Two districts: one whose schools have persons, of which the third has a deputy too, and one with a function in which a person works.
/// </summary>
internal static class SmallCity
{
    /// <summary>A Monday on which the window is open.</summary>
    public const string Monday = "2026-03-02T10:00";

    /// <summary>When what was imported then has settled.</summary>
    public const string Settled = "2026-03-02T10:20";

    /// <summary>The files, by name without ending.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["districts"] =
            """
            code,name,coordinator_email,reply_to,fallback_name,fallback_email,fallback_phone,language,contact_model
            BROMMA,Bromma,samordnare@bromma.example,svar@bromma.example,Mottagningen i Bromma,mottagningen@bromma.example,08-508 06 000,sv,person
            FARSTA,Farsta,samordnare@farsta.example,,Mottagningen i Farsta,mottagningen@farsta.example,08-508 18 000,sv,function

            """,
        ["schools"] =
            """
            code,name,provider,school_type,principal_name,principal_email,email,phone,districts
            98000001,Ängsskolan,municipal,compulsory,Örjan Ågren,rektor@angsskolan.example,expedition@angsskolan.example,08-465 00 101,BROMMA
            98000002,Björkö friskola,independent,compulsory,Siv Lööf,rektor@bjorko.example,expedition@bjorko.example,08-465 00 102,BROMMA
            98000003,Åsskolan,municipal,compulsory,Pär Ström,rektor@asskolan.example,,08-465 00 103,BROMMA
            98000011,Fagerlidsskolan,municipal,compulsory,Eva Blom,rektor@fagerlid.example,expedition@fagerlid.example,08-465 00 111,FARSTA
            98000012,Sjöängsskolan,independent,compulsory,Ulf Dahl,rektor@sjoang.example,expedition@sjoang.example,08-465 00 112,FARSTA
            98000013,Västgötaskolan,municipal,compulsory,Åke Berg,rektor@vastgota.example,expedition@vastgota.example,08-465 00 113,FARSTA

            """,
        ["contacts"] =
            """
            id,district,name,kind,title,email,phone,member_of
            ASA,BROMMA,Åsa Öberg,person,Socialsekreterare,asa.oberg@bromma.example,08-508 06 001,
            MARTA,BROMMA,Märta Häggström,person,Socialsekreterare,marta.haggstrom@bromma.example,08-508 06 002,
            LEO,BROMMA,Leo Sjölund,person,Socialsekreterare,leo.sjolund@bromma.example,08-508 06 003,
            MOTT,FARSTA,Skolgruppen i Farsta,function,,skolgruppen@farsta.example,08-508 18 001,
            INGER,FARSTA,Inger Falk,person,Socialsekreterare,inger.falk@farsta.example,08-508 18 002,MOTT

            """,
        ["assignments"] =
            """
            district,school,contact,role,from,until
            BROMMA,98000001,ASA,primary,,
            BROMMA,98000002,ASA,primary,,
            BROMMA,98000003,LEO,primary,,
            BROMMA,98000003,MARTA,deputy,,
            FARSTA,98000011,MOTT,primary,,
            FARSTA,98000012,MOTT,primary,,
            FARSTA,98000013,MOTT,primary,,

            """,
    };
}
