"""What is asked of HTML pages, as functions that list what is wrong, so that each can be shown failing."""

import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
NAMED = frozenset({"nav", "section", "form"})
LEADING = ("href", "src", "action", "poster", "data", "srcset", "formaction", "xlink:href")


@dataclass
class Element:
    """One element: its name, attributes and parent, and what is in it, words and elements."""

    name: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    parts: list["str | Element"] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        """The elements directly in it."""
        return [one for one in self.parts if isinstance(one, Element)]

    @property
    def text(self) -> str:
        """All words in it that somebody reads."""
        if self.name in ("style", "script"):
            return ""
        words = (one if isinstance(one, str) else one.text for one in self.parts)
        return " ".join(" ".join(words).split())

    @property
    def own(self) -> str:
        """The text directly in it, as it is."""
        return "".join(one for one in self.parts if isinstance(one, str))

    def all(self, *names: str) -> Iterator["Element"]:
        """Itself and what is below, of these names; of all names where none is given."""
        if not names or self.name in names:
            yield self
        for one in self.children:
            yield from one.all(*names)

    def within(self, name: str) -> bool:
        """True below an element of that name."""
        return self.parent is not None and (self.parent.name == name or self.parent.within(name))


class Tree(HTMLParser):
    """A document as a tree, with what is not well nested."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {})
        self.here, self.wrong = self.root, []
        self.feed(text)
        self.close()
        if self.here is not self.root:
            self.wrong.append(f"<{self.here.name}> is never closed")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> has an attribute twice")
        made = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.parts.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.here = self.here.parent

    def handle_endtag(self, tag):
        if tag != self.here.name:
            self.wrong.append(f"</{tag}> ends <{self.here.name}>")
        elif self.here.parent:
            self.here = self.here.parent

    def handle_data(self, data):
        self.here.parts.append(data)

    def handle_comment(self, data):
        self.wrong.append(f"a comment: {data}")


def ids(root: Element) -> list[str]:
    """Every id, in the order of the page."""
    return [one.attrs["id"] for one in root.all() if "id" in one.attrs]


def structure(root: Element) -> list[str]:
    """Headings in order, one h1, one main, landmarks with names, unique ids."""
    wrong = []
    levels = [int(one.name[1]) for one in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels[:1] != [1] or levels.count(1) != 1:
        wrong.append(f"not one h1 at the beginning: {levels[:5]}")
    wrong += [f"h{a} is followed by h{b}" for a, b in itertools.pairwise(levels) if b > a + 1]
    for name in ("main", "header", "title"):
        tops = [one for one in root.all(name) if not one.within("svg")]
        if len(tops) != 1:
            wrong.append(f"{len(tops)} of <{name}>")
    found = ids(root)
    wrong += [f"id {one} twice" for one in sorted(set(found)) if found.count(one) > 1]
    wrong += [f"empty {h.name}" for h in root.all("h1", "h2", "h3") if not h.text]
    if not next(root.all("html")).attrs.get("lang"):
        wrong.append("no language")
    navs = [name_of(one, root) for one in root.all("nav")]
    if len(navs) != len(set(navs)):
        wrong.append(f"two navigations of one name: {navs}")
    return wrong


def names(root: Element) -> list[str]:
    """What has no accessible name: landmarks, regions, drawings, links, buttons, fields."""
    wrong = []
    for one in root.all():
        region = one.name in NAMED or one.attrs.get("role") in ("region", "img")
        pressed = one.name in ("a", "button")
        asked = one.name in ("input", "select", "textarea")
        search = one.attrs.get("role") == "search"
        if (
            (region or pressed or asked or one.name == "img")
            and not search
            and not name_of(one, root)
        ):
            wrong.append(f"<{one.name} {one.attrs}> has no name")
        if one.attrs.get("tabindex", "0") not in ("0", "-1"):
            wrong.append(f"<{one.name}> changes the order of the keyboard")
        scrolls = {"scroll", "map"} & set(one.attrs.get("class", "").split())
        reached = (one.attrs.get("tabindex"), one.attrs.get("role")) == ("0", "region")
        if scrolls and not reached and not one.within("svg"):
            wrong.append(f"<{one.name}> scrolls, and no key reaches it")
    return wrong


def name_of(one: Element, root: Element) -> str:
    """The accessible name: a label, an attribute, a title of a drawing, or the words."""
    if one.attrs.get("aria-label"):
        return one.attrs["aria-label"]
    if by := one.attrs.get("aria-labelledby"):
        return " ".join(each.text for each in root.all() if each.attrs.get("id") in by.split())
    if one.name == "svg":
        return next((each.text for each in one.children if each.name == "title"), "")
    if one.name == "img":
        return one.attrs.get("alt", "")
    if one.name == "input":
        labels = [
            each for each in root.all("label") if each.attrs.get("for") == one.attrs.get("id")
        ]
        return " ".join(each.text for each in labels)
    return one.text


def tables(root: Element) -> list[str]:
    """Header cells without scope, columns without a header, rows of another length."""
    wrong = []
    for table in root.all("table"):
        heads = [one for row in table.all("thead") for one in row.all("th")]
        if not heads:
            wrong.append("a table without a head")
        wrong += [
            f"<th> {one.text} without scope"
            for one in table.all("th")
            if not one.attrs.get("scope")
        ]
        for body in table.all("tbody"):
            for row in body.all("tr"):
                cells = [one for one in row.children if one.name in ("td", "th")]
                if len(cells) != len(heads):
                    wrong.append(f"{len(cells)} cells under {len(heads)} heads")
    return wrong


def outside(root: Element) -> list[str]:
    """What would load something, run something, or look like it."""
    wrong = []
    for one in root.all():
        for name, value in one.attrs.items():
            if name.startswith("on") or name == "style":
                wrong.append(f"<{one.name} {name}>")
            if name in LEADING and (urlsplit(value).scheme or value.startswith(("//", "/"))):
                wrong.append(f"<{one.name} {name}={value}>")
    wrong += [
        f"<{one.name}>" for one in root.all("iframe", "object", "embed", "link", "base", "img")
    ]
    for style in root.all("style"):
        wrong += re.findall(r"url\(|@import|expression\(", style.own)
    return wrong


def broken_links(site: Mapping[str, str]) -> list[str]:
    """Links that lead to no page of the site, or to no place on it."""
    trees = {path: Tree(text).root for path, text in site.items()}
    places = {path: set(ids(root)) for path, root in trees.items()}
    wrong = []
    for path, root in trees.items():
        for one in root.all("a", "form"):
            href = one.attrs.get("href", one.attrs.get("action", ""))
            file, _, fragment = href.partition("#")
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            )
            if there not in places or (fragment and fragment not in places[there]):
                wrong.append(f"{path}: {href}")
    return wrong


def shape(root: Element) -> list[tuple[object, ...]]:
    """The elements with their attributes' names, and how deep they are; drawings as one."""
    found: list[tuple[object, ...]] = []

    def walk(one: Element, depth: int) -> None:
        found.append((depth, one.name, tuple(one.attrs)))
        if one.name != "svg":
            for child in one.children:
                walk(child, depth + 1)

    walk(root, 0)
    return found
