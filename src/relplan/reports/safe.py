"""The one way by which foreign text reaches a terminal."""

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def safe(text: str, *, one_line: bool = True) -> str:
    r"""The text with control, escape, bidi and invisible characters shown as `\x1b`.

    Line breaks and tabs become a space unless `one_line` is False.
    """
    if text.isascii() and text.isprintable():
        return text
    if one_line:
        text = re.sub(r"\s*[\r\n\t]+\s*", " ", text)
    return _UNSAFE.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
