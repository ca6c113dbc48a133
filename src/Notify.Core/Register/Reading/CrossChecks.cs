using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>Holds the tables of a register against each other: what a row points to must exist and fit.</summary>
internal sealed class CrossChecks(RegisterDraft draft, IssueLog log)
{
    private readonly ReferenceChecks _references = new(log);
    private readonly ReferenceTarget<District> _districts = new(draft.Districts, new("district", "stadsdelen"), DistrictTable.Code);
    private readonly ReferenceTarget<School> _schools = new(draft.Schools, new("school", "skolan"), SchoolTable.Code);
    private readonly ReferenceTarget<Contact> _contacts = new(draft.Contacts, new("contact", "kontakten"), ContactTable.Id);
    private readonly ReferenceTarget<Agreement> _agreements = new(draft.Agreements, new("agreement", "överenskommelsen"), AgreementTable.Id);
    private readonly ReferenceTarget<SteeringGroupMember> _groups = new(draft.SteeringGroups, new("steering group", "styrgruppen"), SteeringGroupTable.Id);
    private readonly ReferenceTarget<Forum> _forums = new(draft.Forums, new("forum", "forumet"), ForumTable.Id);
    private readonly ReferenceTarget<QuestionnaireStatement> _questionnaires = new(draft.Questionnaires, new("questionnaire and version", "frågeformuläret med version"), QuestionnaireTable.Id, QuestionnaireTable.Version);

    public void Run()
    {
        Districts();
        Contacts();
        Assignments();
        Agreements();
        SteeringGroups();
        Forums();
        _references.Exist(draft.Attendance, AttendanceTable.Forum, a => [a.Forum], _forums);
        _references.Exist(draft.Attendance, AttendanceTable.School, a => [a.School.ToString()], _schools);
        _references.Exist(draft.FollowUps, FollowUpTable.Questionnaire, f => [$"{f.Questionnaire} {f.Version}"], _questionnaires);
        _references.Finish();
    }

    private void Districts()
    {
        _references.Exist(draft.Schools, SchoolTable.Districts, s => s.Districts.Select(d => d.ToString()), _districts);
        _references.Exist(draft.Contacts, ContactTable.District, c => [c.District.ToString()], _districts);
        _references.Exist(draft.Assignments, AssignmentTable.District, a => [a.District.ToString()], _districts);
        _references.Exist(draft.Agreements, AgreementTable.District, a => [a.District.ToString()], _districts);
        _references.Exist(draft.Agreements, AgreementTable.OtherDistricts, a => a.OtherDistricts.Select(d => d.ToString()), _districts);
        _references.Exist(draft.SteeringGroups, SteeringGroupTable.District, m => [m.District.ToString()], _districts);
        _references.Exist(draft.Forums, ForumTable.District, f => [f.District.ToString()], _districts);
        _references.Exist(draft.FollowUps, FollowUpTable.District, f => [f.District.ToString()], _districts);
    }

    private void Contacts()
    {
        var table = draft.Contacts;
        _references.Exist(table, ContactTable.MemberOf, c => c.MemberOf is { } function ? [function] : [], _contacts);
        foreach (var row in FromFile(table).Where(r => r.Value.MemberOf is not null && r.IsSound(ContactTable.MemberOf)))
        {
            if (_contacts.Find(row.Value.MemberOf!) is { } function && MemberProblem(row, function) is { } problem)
            {
                log.Error(table.File!.File, row.Raw!.Line, table.Spelling(ContactTable.MemberOf), row.Value.MemberOf!, problem);
            }
        }

        var silent = FromFile(table).Where(r => r.IsSound(ContactTable.Phone) && r.Value.Phone is null).ToList();
        if (silent.Count > 0)
        {
            var told = string.Join(", ", silent.Take(3).Select(r => IssueLog.Cut(r.Value.Id))) + (silent.Count > 3 ? ", …" : string.Empty);
            log.Warn(table.File!.File, silent[0].Raw!.Line, table.Spelling(ContactTable.Phone), string.Empty, Bilingual.Of(
                $"Contacts without a phone: {silent.Count} ({told}). Schools will be told an e-mail address only.",
                $"Kontakter utan telefon: {silent.Count} ({told}). Skolorna får bara en e-postadress."));
        }
    }

    private static Bilingual? MemberProblem(TableRow<Contact> member, TableRow<Contact> function)
    {
        if (!function.IsSound(ContactTable.Kind) || !member.IsSound(ContactTable.Kind))
        {
            return null;
        }

        if (member.Value.Kind == ContactKind.Function)
        {
            return new("A function cannot work in a function: leave the cell empty, or correct the kind.", "En funktion kan inte ingå i en funktion: lämna cellen tom, eller rätta typen.");
        }

        if (function.Value.Kind != ContactKind.Function)
        {
            return Bilingual.Of(
                $"The contact pointed to is a {Words.ContactKind.Write(function.Value.Kind)}: give the id of a function.",
                $"Kontakten som pekas ut är ingen funktion: ange id för en funktion.");
        }

        return AreSound(member, ContactTable.District, function, ContactTable.District) && function.Value.District != member.Value.District
            ? Bilingual.Of(
                $"The function belongs to the district {function.Value.District}: give one of the same district, {member.Value.District}.",
                $"Funktionen hör till stadsdelen {function.Value.District}: ange en i samma stadsdel, {member.Value.District}.")
            : null;
    }

    private void Assignments()
    {
        var table = draft.Assignments;
        _references.Exist(table, AssignmentTable.School, a => [a.School.ToString()], _schools);
        _references.Exist(table, AssignmentTable.Contact, a => [a.Contact], _contacts);
        foreach (var row in table.Rows.Where(r => r.IsSound(AssignmentTable.District)))
        {
            var (district, school, contact) = (row.Value.District, row.Value.School, row.Value.Contact);
            if (_contacts.Find(contact) is { } holder && AreSound(row, AssignmentTable.Contact, holder, ContactTable.District) && holder.Value.District != district)
            {
                _references.Refuse(
                    table,
                    row,
                    AssignmentTable.Contact,
                    contact,
                    _contacts,
                    Bilingual.Of(
                        $"The contact belongs to the district {holder.Value.District}, the assignment to {district}: give a contact of {district}, or correct the district.",
                        $"Kontakten hör till stadsdelen {holder.Value.District}, uppdraget till {district}: ange en kontakt i {district}, eller rätta stadsdelen."),
                    Bilingual.Of(
                        $"has the contact '{IssueLog.Cut(contact)}' in the district {holder.Value.District}, no longer in {district}",
                        $"har kontakten ”{IssueLog.Cut(contact)}” i stadsdelen {holder.Value.District}, inte längre i {district}"));
            }

            if (table.File is { } file && _schools.Find(school.ToString()) is { } unit && AreSound(row, AssignmentTable.School, unit, SchoolTable.Districts) && !unit.Value.Districts.Contains(district))
            {
                log.Warn(file.File, row.Raw!.Line, table.Spelling(AssignmentTable.District), district.ToString(), Bilingual.Of(
                    $"The school {school} does not have {district} among its districts: add it there, if the assignment is right.",
                    $"Skolan {school} har inte {district} bland sina stadsdelar: lägg till den där, om uppdraget stämmer."));
            }
        }
    }

    private void Agreements()
    {
        var table = draft.Agreements;
        _references.Exist(table, AgreementTable.SteeringGroup, a => [a.SteeringGroup], _groups);
        _references.Exist(table, AgreementTable.PartOf, a => a.PartOf is { } whole ? [whole] : [], _agreements);
        foreach (var row in FromFile(table))
        {
            if (row.Value.PartOf is { } whole && IsInCircle(row.Value))
            {
                log.Error(table.File!.File, row.Raw!.Line, table.Spelling(AgreementTable.PartOf), whole, new(
                    "The agreement would be a part of itself: give the agreement that it is an annex of, or leave the cell empty.",
                    "Överenskommelsen skulle bli bilaga till sig själv: ange den som den är bilaga till, eller lämna cellen tom."));
            }

            if (_groups.Find(row.Value.SteeringGroup) is { } group && AreSound(row, AgreementTable.District, group, SteeringGroupTable.District) && group.Value.District != row.Value.District)
            {
                log.Warn(table.File!.File, row.Raw!.Line, table.Spelling(AgreementTable.SteeringGroup), row.Value.SteeringGroup, Bilingual.Of(
                    $"The steering group belongs to the district {group.Value.District}, the agreement to {row.Value.District}: see that this is meant.",
                    $"Styrgruppen hör till stadsdelen {group.Value.District}, överenskommelsen till {row.Value.District}: se efter att det är meningen."));
            }
        }
    }

    private bool IsInCircle(Agreement agreement)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var next = agreement.PartOf; next is not null; next = _agreements.Find(next)?.Value.PartOf)
        {
            if (next == agreement.Id)
            {
                return true;
            }

            if (!passed.Add(next))
            {
                return false;
            }
        }

        return false;
    }

    private void SteeringGroups()
    {
        var table = draft.SteeringGroups;
        foreach (var row in FromFile(table).Where(r => r.IsSound(SteeringGroupTable.Id)))
        {
            var first = _groups.Find(row.Value.Id)!.Value;
            if (AreSound(row, SteeringGroupTable.District, first, SteeringGroupTable.District) && row.Value.District != first.Value.District)
            {
                log.Error(table.File!.File, row.Raw!.Line, table.Spelling(SteeringGroupTable.District), row.Value.District.ToString(), Bilingual.Of(
                    $"Line {first.Raw!.Line} has the same steering group in the district {first.Value.District}: a group belongs to one district. Correct one of the two lines, or give the group another id.",
                    $"Rad {first.Raw!.Line} har samma styrgrupp i stadsdelen {first.Value.District}: en grupp hör till en stadsdel. Rätta en av raderna, eller ge gruppen ett annat id."));
            }
            else if (AreSound(row, SteeringGroupTable.Name, first, SteeringGroupTable.Name) && row.Value.Name != first.Value.Name)
            {
                log.Warn(table.File!.File, row.Raw!.Line, table.Spelling(SteeringGroupTable.Name), row.Value.Name, Bilingual.Of(
                    $"Line {first.Raw!.Line} has another name for the same steering group: that one is used.",
                    $"Rad {first.Raw!.Line} har ett annat namn på samma styrgrupp: det namnet används."));
            }
        }
    }

    private void Forums()
    {
        var table = draft.Forums;
        _references.Exist(table, ForumTable.Audience, f => ForumTable.GroupOf(f) is { } group ? [group] : [], _groups);
        if (!_schools.IsKnown)
        {
            return;
        }

        var programmes = draft.Schools.Rows.SelectMany(s => s.Value.Programmes).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in FromFile(table).Where(r => ForumTable.ProgrammeOf(r.Value) is { } programme && !programmes.Contains(programme)))
        {
            log.Warn(table.File!.File, row.Raw!.Line, table.Spelling(ForumTable.Audience), row.Value.Audience, new("No school has this programme: nobody would be invited.", "Ingen skola har det programmet: ingen skulle bli inbjuden."));
        }
    }

    private static IEnumerable<TableRow<TRow>> FromFile<TRow>(TableRows<TRow> table) => table.File is null ? [] : table.Rows;

    private static bool AreSound<TRow, TTarget>(TableRow<TRow> row, Column<TRow> column, TableRow<TTarget> target, Column<TTarget> targetColumn) =>
        row.IsSound(column) && target.IsSound(targetColumn);
}
