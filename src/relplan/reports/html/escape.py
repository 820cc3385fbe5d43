"""The one way by which foreign text enters HTML, and the mark of text that already is."""

import html
import re

from relplan.reports.safe import safe

_LAST_TWO = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_TWO}]")


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Html:
    r"""The text as HTML that shows exactly this text, on one line: in an element or in quotes.

    Control, bidi and invisible characters are shown as `\x1b`; code points that are no characters
    are replaced.
    """
    if isinstance(text, Html):
        return text
    line = _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", safe(" ".join(text.split())))
    return Html(html.escape(line, quote=True))
