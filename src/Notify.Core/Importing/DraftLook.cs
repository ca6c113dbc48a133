using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Core.Importing;

/// <summary>Holds a draft against the register as it is, and sees what it would do.</summary>
internal sealed class DraftLook(RegisterStore register, RegisterImport import, ImportRehearsal rehearsal, ImportOptions options, TimeProvider clock)
{
    private const int MostIssues = 100;

    /// <summary>What the draft would make of the register.</summary>
    /// <param name="Content">Null: it cannot be applied, and why stands in the problems.</param>
    /// <param name="IsShown">Whether there is a draft although it cannot be applied, so that its page says why.</param>
    internal sealed record Composed(
        PresentRegister Present, RegisterContent? Content, IReadOnlyList<RegisterIssue> Problems, IReadOnlyList<RegisterIssue> Warnings, bool IsShown = false);

    /// <param name="tables">What was sent, for an upload.</param>
    public async Task<Composed> ComposeAsync(DraftAim aim, IReadOnlyList<RawTable> tables, CancellationToken ct)
    {
        var composed = await AsSentAsync(aim, tables, ct);
        return composed.Content is { } content && await import.AmendAsync(content, ct) is var amended
            ? composed with { Content = amended.Content, Warnings = [.. composed.Warnings, .. amended.Warnings] }
            : composed;
    }

    private async Task<Composed> AsSentAsync(DraftAim aim, IReadOnlyList<RawTable> tables, CancellationToken ct)
    {
        var present = await register.PresentAsync(ct);
        switch (aim)
        {
            case DraftAim.Undo undo:
                return await UndoneRegister.OfAsync(register, present, undo.ImportId, ct) is { } before
                    ? Checked(present, before, null)
                    : new(present, null, [Problem("There has been another import since: only the latest can be taken back.", "En annan import har gjorts sedan dess: bara den senaste kan ångras.")], []);
            case DraftAim.Restore(_, var district, var version):
                return present.Districts.TryGetValue(district, out var now) && now.Pointer.Kept.FirstOrDefault(k => k.Version == version) is { } kept
                    ? Checked(present, RegisterRestore.Of(present.Content, await register.SnapshotAsync(district, now.Pointer, version, ct), kept.Closed), Mergers.WhyNotBack(present, district, kept))
                    : new(present, null, [Problem("The version is no longer kept.", "Versionen finns inte kvar.")], []);
            default:
                var reading = RegisterReader.Read(tables, present.Content);
                return new(present, reading.Errors.Count == 0 ? reading.Content : null, reading.Errors, reading.Warnings);
        }
    }

    /// <summary>What it would do, row by row and mail by mail.</summary>
    /// <param name="warnings">Those of the files, besides those of their content.</param>
    public async Task<DraftView> LookAsync(Composed composed, IReadOnlyList<RegisterIssue> warnings, CancellationToken ct)
    {
        var (present, at) = (composed.Present, clock.GetUtcNow());
        var content = composed.Content ?? present.Content;
        var plan = ImportPlan.Of(present, content, new ImportRequest(string.Empty), options, at);
        var (mails, list) = await rehearsal.RunAsync(content, plan.Versions, ct);
        var held = plan.Outcome.Held.ToDictionary(h => h.District, h => h.Text);
        var preview = new ImportPreview(
            at,
            present.GenerationETag,
            Issues(composed.Problems),
            Issues([.. warnings, .. composed.Warnings]),
            [.. plan.Outcome.Changes.Select(c => new TableCount(c.Key, c.Value))],
            [.. plan.Versions.Select(v => Show(v, present, held.GetValueOrDefault(v.District)))],
            mails);
        return new(preview, RegisterDifferences.Between(present.Content, content), list);
    }

    /// <summary>What merged districts forbid is told in place of the content.</summary>
    private static Composed Checked(PresentRegister present, RegisterContent content, Bilingual? problem) =>
        (problem ?? Mergers.WhyNot(present.Content, content)) is { } why ? new(present, null, [new(string.Empty, 0, string.Empty, string.Empty, why)], [], IsShown: true) : new(present, content, [], []);

    private static DistrictPreview Show(PlannedVersion version, PresentRegister present, Bilingual? held)
    {
        var before = present.Districts.GetValueOrDefault(version.District);
        var fate = version.Closed ? DistrictFate.Closed : before is null or { Pointer.Closed: true } ? DistrictFate.New : DistrictFate.Changed;
        return new(version.District, RegisterDifferences.Cut(version.Snapshot.District.Name), fate, held);
    }

    private static Listed<KeptIssue> Issues(IReadOnlyList<RegisterIssue> issues) => Listed.First<KeptIssue>([.. issues.Select(KeptIssue.Of)], MostIssues);

    private static RegisterIssue Problem(string english, string swedish) => new(string.Empty, 0, string.Empty, string.Empty, new(english, swedish));
}
