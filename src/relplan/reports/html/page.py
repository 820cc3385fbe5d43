"""The page around a body: one file that needs nothing else, loads nothing and runs nothing else."""

import base64
import functools
import hashlib
from dataclasses import dataclass

from relplan.errors import Refused
from relplan.files import packaged
from relplan.reports.html.escape import Html, escape

MARK = '<meta name="generator" content="relplan">'
"""What every page of relplan's own holds: such a file may be replaced by a newer one."""


@dataclass(frozen=True)
class Page:
    """What differs from page to page; `body` is HTML already, `script` may be empty."""

    title: str
    body: Html
    lang: str = "en"
    script: str = ""
    forms: bool = False
    """True where a form leads to a page beside this one."""


def page(one: Page) -> str:
    """The whole document; a browser is told to load nothing and to run only the script given."""
    style = style_sheet()
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, one)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        MARK,
        f"<title>{escape(one.title)}</title>",
        _inline("style", style),
    ]
    body = one.body.strip("\n")
    script = [_inline("script", one.script)] if one.script else []
    lines = ["<!DOCTYPE html>", f'<html lang="{escape(one.lang)}">', "<head>", *head, "</head>"]
    return "\n".join([*lines, "<body>", body, *script, "</body>", "</html>", ""])


@functools.cache
def style_sheet() -> str:
    """The style sheet of all pages; its first comment lists the classes."""
    return packaged.template("page.css")


def _policy(style: str, one: Page) -> str:
    """By hash, so that foreign text that got past the escape could still neither style nor run."""
    allowed = f"default-src 'none'; style-src {_hash(style)}; img-src data:"
    runs = f"; script-src {_hash(one.script)}" if one.script else ""
    forms = "'self' file:" if one.forms else "'none'"
    return f"{allowed}{runs}; base-uri 'none'; form-action {forms}"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def _inline(name: str, text: str) -> str:
    if f"</{name}" in text.lower() or "<!--" in text:
        raise Refused(f"the {name} of a page holds `</{name}` or `<!--`, which would end it early")
    return f"<{name}>{text}</{name}>"
