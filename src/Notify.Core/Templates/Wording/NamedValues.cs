using Notify.Core.Register.Reading;
using Scriban.Syntax;

namespace Notify.Core.Templates.Wording;

/// <summary>Finds the values and filters that a parsed text names and that do not exist, also where no sample leads.</summary>
internal sealed class NamedValues
{
    private static readonly string[] Filters = ["plus", "written_date", "email_link", "phone_link"];
    private static readonly string[] LoopNames = ["first", "last", "index", "index0", "rindex", "rindex0", "length"];
    private readonly Dictionary<string, ValueShape> _known;
    private readonly List<WordingFault> _faults = [];
    private readonly int _firstLine;

    private NamedValues(ValueShape.Group values, int firstLine)
    {
        _known = new(values.Members, StringComparer.Ordinal);
        _firstLine = firstLine;
    }

    /// <summary>What is wrong.</summary>
    /// <param name="firstLine">The line on which the text begins, from 1.</param>
    public static IReadOnlyList<WordingFault> FaultsIn(ScriptPage page, ValueShape.Group values, int firstLine)
    {
        var names = new NamedValues(values, firstLine);
        names.Visit(page);
        return names._faults;
    }

    private void Visit(ScriptNode node)
    {
        switch (node)
        {
            case ScriptForStatement loop:
                Loop(loop);
                break;
            case ScriptAssignExpression { Target: ScriptVariable target } assign:
                _known[target.Name] = assign.Value is null ? new ValueShape.Unknown() : ShapeOf(assign.Value);
                break;
            case ScriptExpression expression:
                ShapeOf(expression);
                break;
            default:
                VisitChildren(node);
                break;
        }
    }

    private void VisitChildren(ScriptNode node)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child)
            {
                Visit(child);
            }
        }
    }

    private void Loop(ScriptForStatement loop)
    {
        var shape = loop.Iterator is null ? new ValueShape.Unknown() : ShapeOf(loop.Iterator);
        var name = (loop.Variable as ScriptVariable)?.Name ?? "";
        var before = _known.GetValueOrDefault(name);
        _known[name] = shape is ValueShape.Row row ? row.Each : new ValueShape.Unknown();
        if (loop.Body is { } body)
        {
            Visit(body);
        }

        _known.Remove(name);
        if (before is not null)
        {
            _known[name] = before;
        }
    }

    private ValueShape ShapeOf(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptVariable variable:
                return Named(variable);
            case ScriptMemberExpression { Target: { } target, Member: { } member }:
                return Member(target, member);
            case ScriptIndexerExpression { Target: { } target, Index: { } index }:
                ShapeOf(index);
                return ShapeOf(target) is ValueShape.Row row ? row.Each : new ValueShape.Unknown();
            case ScriptPipeCall { From: { } from, To: { } to }:
                ShapeOf(from);
                Filter(to);
                return new ValueShape.Unknown();
            case ScriptNestedExpression { Expression: { } inner }:
                return ShapeOf(inner);
            default:
                VisitChildren(expression);
                return new ValueShape.Unknown();
        }
    }

    private ValueShape Named(ScriptVariable variable)
    {
        if (_known.TryGetValue(variable.Name, out var shape))
        {
            return shape;
        }

        Fault(WordingRule.Value, variable, variable.Name, EditDistance.Nearest(variable.Name, _known.Keys));
        return new ValueShape.Unknown();
    }

    private ValueShape Member(ScriptExpression target, ScriptVariable member)
    {
        // What Liquid calls forloop is "for" in the tree.
        if (target is ScriptVariable { Name: "for" or "forloop" } && LoopNames.Contains(member.Name))
        {
            return new ValueShape.Unknown();
        }

        var shape = ShapeOf(target);
        if (shape is ValueShape.Unknown || (member.Name == "size" && shape is ValueShape.Row or ValueShape.Leaf))
        {
            return new ValueShape.Unknown();
        }

        var members = shape is ValueShape.Group group ? group.Members : new Dictionary<string, ValueShape>();
        if (members.TryGetValue(member.Name, out var found))
        {
            return found;
        }

        Fault(WordingRule.Value, member, $"{target}.{member.Name}", EditDistance.Nearest(member.Name, members.Keys));
        return new ValueShape.Unknown();
    }

    private void Filter(ScriptExpression filter)
    {
        var (name, arguments) = filter is ScriptFunctionCall call ? (call.Target as ScriptVariable, call.Arguments.ToList()) : (filter as ScriptVariable, []);
        arguments.ForEach(a => ShapeOf(a));
        if (name is null || !Filters.Contains(name.Name))
        {
            Fault(WordingRule.Filter, filter, name?.Name ?? filter.ToString() ?? "", EditDistance.Nearest(name?.Name ?? "", Filters));
        }
    }

    private void Fault(WordingRule rule, ScriptNode node, string detail, string? near) =>
        _faults.Add(new(rule, _firstLine + Math.Max(0, node.Span.Start.Line), detail, near));
}
