using Microsoft.AspNetCore.Http;
using Notify.Web.Texts;

namespace Notify.Web.Layout;

/// <summary>What was just done, said on the page that one is led to; from a fixed list of words, since an address can be sent by anybody.</summary>
/// <param name="What">As <c>call-done</c>, or <c>nothing</c> when there was nothing to do.</param>
public sealed record DoneNotice(string What)
{
    /// <summary>The field of the query.</summary>
    public const string Field = "done";

    /// <summary>Whether something was done.</summary>
    public bool Succeeded => What != "nothing";

    /// <summary>What the address of the page says was done; null: nothing that we know.</summary>
    public static DoneNotice? Of(HttpContext http) =>
        http.Request.Query[Field].ToString() is "call-done" or "call-reopen" or "call-note" or "hold" or "release" or "cancel" or "retry" or "now" or "nothing"
            ? new(http.Request.Query[Field].ToString())
            : null;

    /// <summary>The words for it.</summary>
    public string Says(ITexts texts) => texts.WasDone(What);
}
