"""The cut of the template language that lays text out: output, if, for, set, include.

Nothing in it can call, change, import or grow without bound: what would is refused when the
template is read, with its line, not when it has begun to run.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TEXT = 4_000_000
MOST_TURNS = 200_000
MOST_ITEMS = 100_000
_MOST_NUMBER = 10**12

_SYNTAX: dict[type[nodes.Node], str] = {
    nodes.Call: "calls are not offered; name a value, or use a filter",
    nodes.CallBlock: "`call` is not offered; write the lines where they belong",
    nodes.Macro: "`macro` is not offered; put the lines into a template and include it",
    nodes.Import: "`import` is not offered; include the template instead",
    nodes.FromImport: "`import` is not offered; include the template instead",
    nodes.AssignBlock: "`set` is offered with `=` only",
    nodes.FilterBlock: "`filter` blocks are not offered; use the filter on each value",
    nodes.Concat: "`~` is not offered; write the two values one after the other",
    nodes.EvalContextModifier: "`autoescape` is not offered; values are escaped always",
    nodes.Scope: "`with` is not offered; use `set`",
}


class Stopped(Exception):
    """A template wanted more than laying out text; the message says what."""


class Dialect(ImmutableSandboxedEnvironment):
    """The environment of one kind of text; it counts what the template does in one rendering."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"-", "+"})

    def __init__(self, escape: Callable[[str], str], **options: Any) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,  # `finalize` escapes everything that `{{ }}` writes, marked or not
            finalize=_shown(escape),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=64,
            **options,
        )
        self.globals = {}
        self.filters = dict(_FILTERS)
        self.filters["_turn"] = self._turn()
        self._turns = 0
        self.tests = {one: self.tests[one] for one in _TESTS}

    def fill(self, template: Template, values: Mapping[str, Any]) -> str:
        """The text of the template, up to a size that no pack has."""
        parts: list[str] = []
        size = self._turns = 0
        for part in template.generate(dict(values)):
            size += len(part)
            if size > MOST_TEXT:
                raise Stopped(f"more than {MOST_TEXT:,} characters come out of this template")
            parts.append(part)
        return "".join(parts)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        asked: tuple[type[nodes.Node], ...] = (*_SYNTAX, nodes.For)
        for loop in list(tree.find_all(asked)):
            if not isinstance(loop, nodes.For):
                why = next(why for kind, why in _SYNTAX.items() if isinstance(loop, kind))
                raise TemplateSyntaxError(why, loop.lineno, name, filename)
            if loop.recursive:
                why = "`recursive` loops are not offered"
                raise TemplateSyntaxError(why, loop.lineno, name, filename)
            loop.body.insert(0, nodes.ExprStmt(_counted(loop.lineno), lineno=loop.lineno))
            if loop.test is not None:
                loop.test = nodes.And(_counted(loop.lineno), loop.test, lineno=loop.lineno)
        # Templates that include each other twice grow like loops do.
        tree.body.insert(0, nodes.ExprStmt(_counted(1), lineno=1))
        tree.set_environment(self)
        return tree

    def _turn(self) -> Callable[[Any, Any], Any]:
        """The filter that every loop passes at each turn; its context keeps it from being folded."""

        @pass_context
        def turn(_context: Any, value: Any) -> Any:
            self._turns += 1
            if self._turns > MOST_TURNS:
                raise Stopped(f"more than {MOST_TURNS:,} turns of loops and includes")
            return value

        return turn

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sane size; lists and texts are not computed with."""
        for one in (left, right):
            if not isinstance(one, int | float) or abs(one) > _MOST_NUMBER:
                raise Stopped(f"`{operator}` is offered for numbers up to {_MOST_NUMBER:,} only")
        if operator == "**":
            raise Stopped("`**` is not offered")
        return _BINARY[operator](left, right)

    def call_unop(self, _context: Any, operator: str, arg: Any) -> Any:
        """A sign before a number."""
        if not isinstance(arg, int | float):
            raise Stopped(f"`{operator}` is offered for numbers only")
        return -arg if operator == "-" else arg

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`one.name`: a value of a record, or a fact about the loop; never an attribute."""
        if isinstance(obj, LoopContext):
            if attribute in _LOOP:
                return getattr(obj, attribute)
            raise UndefinedError(f"`loop.{attribute}` is not offered; use one of {_said(_LOOP)}")
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`one[key]`: a value of a record or of a list; what is not there fails when it is used."""
        if isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=argument)
        known = isinstance(obj, Mapping) and argument in obj
        listed = isinstance(obj, list | tuple) and isinstance(argument, int | slice)
        if known or listed:
            return obj[argument]
        if isinstance(argument, str) and argument.startswith("_"):
            raise SecurityError(f"`{argument}` is not offered")
        return self.undefined(f"there is no `{argument}` here", obj, argument)


_BINARY: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
_LOOP = ("index", "index0", "first", "last", "length", "revindex")
_TESTS = (
    *("defined", "undefined", "none", "string", "number", "sequence", "mapping"),
    *("in", "odd", "even", "==", "eq", "!=", "ne", ">", "gt", ">=", "ge", "<", "lt", "<=", "le"),
)


def _counted(line: int) -> nodes.Expr:
    """An expression that is true and counts one turn."""
    return nodes.Filter(nodes.Const(1), "_turn", [], [], None, None, lineno=line)


def _said(words: Iterable[str]) -> str:
    return ", ".join(words)


def _shown(escape: Callable[[str], str]) -> Callable[[Any], Any]:
    """What `{{ }}` writes: texts and numbers, escaped; a list or a record needs a loop."""

    def shown(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        if isinstance(value, str):
            return escape(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return escape(str(value))
        kind = type(value).__name__
        raise Stopped(f"a {kind} is no text; name one of its values, or loop over it")

    return shown


def _text(value: Any) -> str:
    if isinstance(value, Undefined) or not isinstance(value, str):
        raise Stopped("this filter is offered for texts only")
    return value


def _join(values: Iterable[Any], between: str = "") -> str:
    texts = [_text(one) for one in values]
    if sum(map(len, texts)) + len(between) * len(texts) > MOST_ITEMS:
        raise Stopped(f"`join` makes texts of up to {MOST_ITEMS:,} characters")
    return between.join(texts)


def _default(value: Any, other: Any = "") -> Any:
    return other if isinstance(value, Undefined) or value is None else value


_FILTERS: Mapping[str, Callable[..., Any]] = {
    "default": _default,
    "first": lambda values: next(iter(values), ""),
    "last": lambda values: values[-1] if values else "",
    "join": _join,
    "length": len,
    "lower": lambda value: _text(value).lower(),
    "upper": lambda value: _text(value).upper()[:MOST_ITEMS],
    "trim": lambda value: _text(value).strip(),
}
