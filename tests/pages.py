"""What is looked for in a page of HTML: its elements, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
KNOWN = {
    *[
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "section",
        "div",
        "span",
        "p",
        "a",
        "b",
        "br",
        "code",
    ],
    *["h1", "h2", "h3", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"],
}
DRAWN = {"svg", "title", "desc", "g", "rect", "text", "line", "polyline", "path", "polygon"}
WORDS = {"id", "class", "role", "tabindex", "scope", "href", "aria-label", "aria-labelledby"}


def parsed(page: str) -> Element:
    """The page as a browser makes a tree of it; an error of its HTML raises."""
    root = html5lib.HTMLParser(strict=True).parse(page)
    assert isinstance(root, Element)
    return root


def structure(page: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every element with its attributes, in order; of a drawing only the element itself.

    What a drawing holds hangs on the length of a name; `faults` looks at it.
    """

    def walk(one: Element) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        if one.tag == f"{SVG}svg":
            yield one.tag, ()
            return
        yield str(one.tag), tuple(sorted(one.attrib.items()))
        for each in one:
            yield from walk(each)

    return list(walk(parsed(page)))


def words(page: str) -> str:
    """All that is read on the page, outside of its style."""
    (body,) = parsed(page).iter(f"{HTML}body")
    return "".join(body.itertext())


def faults(page: str) -> list[str]:
    """What is wrong: elements, ids, links, tables and headings that are not as they are meant."""
    root = parsed(page)
    return [*_elements(root), *_references(root), *_tables(root), *_headings(root)]


def _elements(root: Element) -> Iterator[str]:
    for one in root.iter():
        name = str(one.tag).removeprefix(HTML).removeprefix(SVG)
        if name not in (DRAWN if str(one.tag).startswith(SVG) else KNOWN):
            yield f"<{name}> is not expected"
        if any(each.startswith("on") or each == "style" for each in one.attrib):
            yield f"<{name}> does or styles something itself"


def _references(root: Element) -> Iterator[str]:
    ids = Counter(one.attrib["id"] for one in root.iter() if "id" in one.attrib)
    yield from (f"id {one} is there {number} times" for one, number in ids.items() if number > 1)
    for one in root.iter():
        link = one.attrib.get("href")
        if link is not None and (link[:1] != "#" or link[1:] not in ids):
            yield f"the link {link} leads nowhere"
        for label in one.attrib.get("aria-labelledby", "").split():
            if label not in ids:
                yield f"the label {label} is nowhere"


def _tables(root: Element) -> Iterator[str]:
    inside = {table for box in root.iter() if box.get("class") == "scroll" for table in box}
    for table in root.iter(f"{HTML}table"):
        if table not in inside:
            yield "a table does not scroll"
        widths = {len(row) for row in table.iter(f"{HTML}tr")}
        if len(widths) > 1:
            yield f"the rows of a table have {sorted(widths)} cells"
        yield from ("a <th> has no scope" for th in table.iter(f"{HTML}th") if not th.get("scope"))


def _headings(root: Element) -> Iterator[str]:
    levels = [int(one.tag[-1]) for one in root.iter() if str(one.tag)[-2:] in ("h1", "h2", "h3")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the headings begin with h{levels[0] if levels else '-'}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"h{after} follows h{before}"
