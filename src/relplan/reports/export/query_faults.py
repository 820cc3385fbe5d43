"""What is wrong with a query, in words that say what to write instead."""

import re
from collections.abc import Callable, Iterable

from relplan.model import ids
from relplan.model.amounts import short
from relplan.reports.export.database import SEARCH
from relplan.reports.export.tables import BY_NAME, TABLES
from relplan.reports.export.views import VIEWS, VIEWS_BY_NAME, columns_of

_CHANGES = re.compile(
    r"\b(insert|update|delete|replace|create|drop|alter|attach|detach|vacuum|begin|commit|rollback"
    r"|savepoint|release|reindex|analyze|pragma|load_extension)\b",
    re.IGNORECASE,
)


def forbidden(what: str, query: str) -> str:
    """What to say of a query that does not only read; `what` is a pragma, a function or a change."""
    found = _CHANGES.search(query)
    word = found[1].lower() if found else "this"
    if word == "pragma" and what != "a change":
        word = f"pragma {what}"
    elif what != "a change":
        word = what
    return f"a query only reads here, and `{short(word)}` does not; write a select"


def fault(said: str, query: str) -> str:
    """What to say of a query that SQLite could not run; `said` is SQLite's own sentence."""
    for pattern, tell in _KNOWN:
        if found := re.match(pattern, said, re.IGNORECASE | re.DOTALL):
            return tell(found, query)
    return f"the query cannot be run: {said}"


def listed() -> str:
    """All names that a query can read from."""
    tables = ", ".join(one.name for one in TABLES)
    views = ", ".join(one.name for one in VIEWS)
    return f"the tables are {tables}; the views are {views}; and there is search"


def no_table(typed: str) -> str:
    """What to say of a name that is no table: the one that was meant, and all there are."""
    near = ids.nearest(typed.lower(), [*BY_NAME, *VIEWS_BY_NAME, "search"])
    advice = f"did you mean {near}? " if near else ""
    return f"there is no table `{short(typed)}`; {advice}{listed()}"


def _no_column(found: re.Match[str], query: str) -> str:
    typed = found[1].rpartition(".")[2]
    asked = _asked(query)
    if re.search(r"\bmatch\b", query, re.IGNORECASE) and not any(typed in one for one in asked):
        return (
            f"`{short(typed)}` is no column; where it is a word to search for,"
            " put it in double quotes: match '\"such-a-word\"'"
        )
    near = ids.nearest(typed.lower(), [name for names in asked.values() for name in names])
    where = " and ".join(asked) or "what is read here"
    said = f"there is no column `{short(typed)}` in {where}"
    has = "; ".join(f"{table} has {', '.join(names)}" for table, names in asked.items())
    return f"{said}; did you mean {near}? {has}" if near else f"{said}; {has or listed()}"


def _ambiguous(typed: str, query: str) -> str:
    name = typed.rpartition(".")[2]
    which = [f"{table}.{name}" for table, names in _asked(query).items() if name in names]
    return f"more than one table here has `{short(name)}`; write {' or '.join(which) or 'which'}"


def _search(near: str) -> str:
    where = f" at `{short(near)}`" if near else " to their end"
    return f"the words to search for cannot be read{where}; put them in double quotes"


def _asked(query: str) -> dict[str, tuple[str, ...]]:
    """The tables and views that the query names, each with its columns."""
    words = dict.fromkeys(re.findall(r"\w+", query.lower()))
    return {one: _columns(one) for one in words if one in _READABLE}


def _columns(name: str) -> tuple[str, ...]:
    if name == "search":
        return SEARCH
    return BY_NAME[name].names if name in BY_NAME else columns_of(name)


def _simple(text: str) -> Callable[[re.Match[str], str], str]:
    return lambda found, _: text.format(*(short(one) for one in found.groups()))


_READABLE: Iterable[str] = {*BY_NAME, *VIEWS_BY_NAME, "search"}
_KNOWN: tuple[tuple[str, Callable[[re.Match[str], str], str]], ...] = (
    (r"no such table: (.+)", lambda found, _: no_table(found[1].removeprefix("main."))),
    (r"no such column: (.+)", _no_column),
    (
        r'fts5: syntax error near "(.*)"',
        lambda found, _: _search(found[1]),
    ),
    (
        r'near "(.*)": syntax error',
        _simple("the query cannot be read at `{0}`; look at what stands before it"),
    ),
    (
        r"table .+ may not be modified|attempt to write",
        lambda _, query: forbidden("a change", query),
    ),
    (r"incomplete input", _simple("the query ends too early; write the rest of it")),
    (
        r"unrecognized token: \"(.*)\"",
        _simple("the query cannot be read at `{0}`; a text stands between single quotes"),
    ),
    (
        r"ambiguous column name: (.+)",
        lambda found, query: _ambiguous(found[1], query),
    ),
    (r"no such function: (.+)", _simple("SQLite has no function `{0}`; write another one")),
    (
        r"you can only execute one statement",
        _simple("more than one query stands here; write one, without `;` inside"),
    ),
    (
        r"incorrect number of bindings",
        _simple("`?` or `:name` stands here for a value that nobody gives; write the value"),
    ),
    (r".*can't encode", _simple("the query is not written in UTF-8; type it anew")),
    (r".*null character", _simple("a NUL stands in the query; write it without")),
    (
        r"like or glob pattern too complex",
        _simple("a pattern of `like` or `glob` is too long; write at most 1,000 characters"),
    ),
    (
        r"string or blob too big",
        _simple("a text of the answer is longer than 5,000,000 characters; cut it with substr"),
    ),
)
