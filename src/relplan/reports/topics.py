"""The pages of the manual by topic: the texts of docs/, for a terminal or a pipe."""

import os
import re

from relplan.errors import WrongUse
from relplan.files.packaged import doc, docs
from relplan.model import ids

_FOR_DEVELOPERS = ("architecture", "decisions", "format.intro", "export.intro")
_ALSO = {"judge": "judgement", "rule": "rules", "campaign": "campaigns", "schema": "format"}
"""Other words for a page, as commands are called."""
MAN = "relplan.1"


def topics() -> dict[str, str]:
    """Every topic with what it is about: a page of docs/ each, called as its file is."""
    names = sorted(path.stem for path in docs().glob("*.md"))
    return {name: _title(name) for name in names if name not in _FOR_DEVELOPERS}


def _title(name: str) -> str:
    return doc(f"{name}.md").partition("\n")[0].removeprefix("# ")


def has_page(topic: str) -> bool:
    """True when there is a page about it."""
    return _ALSO.get(topic.lower(), topic.lower()) in topics()


def page(topic: str) -> str:
    """The page of a topic as it is written; WrongUse with the topics where there is none."""
    known = topics()
    name = _ALSO.get(topic.lower(), topic.lower())
    if name not in known:
        near = ids.nearest(name, [*known, *_ALSO])
        said = f"did you mean {near}? The" if near else "the"
        listed = ", ".join(known)
        raise WrongUse(f"there is no page about {topic[:40]!r}; {said} topics are: {listed}")
    return doc(f"{name}.md")


def man() -> str:
    """The manual page, as `man` reads it."""
    return doc(MAN)


def listed() -> str:
    """The topics, a line each."""
    known = topics()
    wide = max(map(len, known))
    return "".join(f"{name:{wide}}  {title}\n" for name, title in known.items())


def show(text: str) -> None:
    """Print a page on a terminal: wrapped and laid out, in a pager where it is longer than that."""
    from rich.markdown import Markdown

    from relplan.reports.screen import console

    screen = console()
    laid_out = Markdown(_without_comments(text), code_theme="ansi_dark", hyperlinks=False)
    if len(screen.render_lines(laid_out)) < screen.height:
        screen.print(laid_out)
        return
    os.environ.setdefault("LESS", "FRX")  # as git does: colours shown, nothing cleared
    with screen.pager(styles=not screen.no_color):
        screen.print(laid_out)


def _without_comments(text: str) -> str:
    return re.sub(r"^<!--.*?-->\n", "", text, flags=re.MULTILINE | re.DOTALL)
