namespace Notify.Core.Register.Reading.Tables;

internal static class MaterialTable
{
    private static readonly Column<Material, string> Id = new("id", null, Need.Key, Cells.Text, m => m.Id);
    private static readonly Column<Material, string> Title = new("title", "titel", Need.Required, Cells.Text, m => m.Title);
    private static readonly Column<Material, string> Version = new("version", null, Need.Required, Cells.Text, m => m.Version);
    private static readonly Column<Material, DateOnly> Published = new("published", "publicerad", Need.Required, Cells.Date, m => m.Published);
    private static readonly Column<Material, Uri> Url = new("url", "länk", Need.Required, Cells.Url, m => m.Url);
    private static readonly Column<Material, string?> Summary = new("summary", "sammanfattning", Need.Optional, Cells.OptionalLines, m => m.Summary);
    private static readonly Column<Material, MaterialAudience> Audience = new("audience", "målgrupp", Need.Optional, Words.MaterialAudience.Or(MaterialAudience.All), m => m.Audience);

    public static readonly TableLayout<Material> Layout = new(
        "materials",
        [Id, Title, Version, Published, Url, Summary, Audience],
        row => new(row.Get(Id), row.Get(Title), row.Get(Version), row.Get(Published), row.Get(Url), row.Get(Summary), row.Get(Audience)));
}
