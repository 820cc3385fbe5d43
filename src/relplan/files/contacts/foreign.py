"""The text of a file that another program wrote, in whatever encoding, and clean texts from it.

A byte that does not fit stays in the text as half a character (surrogateescape): the reader of a
vCard may know better what was meant, since each line can name its own encoding.
"""

import os
import re
import stat
from codecs import lookup
from pathlib import Path

from relplan.errors import Refused, WrongUse

MAX_BYTES = 16 * 1_048_576
"""A phone's export carries photos; a whole firm's addresses have far less."""
LONGEST = 4000
"""No text of a person is longer in a plan."""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file; WrongUse or Refused says why they cannot be had."""
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror or type(error).__name__}") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise WrongUse(f"{path} is not a regular file; name the file that was exported")
    with os.fdopen(handle, "rb") as file:
        try:
            raw = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise Refused(f"{path}: {error.strerror or type(error).__name__}") from None
    if len(raw) > MAX_BYTES:
        raise Refused(
            f"{path} has more than {MAX_BYTES // 1_048_576} MB; export without photos, or in parts"
        )
    return raw


def text_of(raw: bytes) -> tuple[str, str]:
    """The text of the bytes, and the encoding they are in; what does not fit stays as surrogates."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            return _decoded(raw, name).lstrip("\ufeff"), name
    head = raw[:2000]
    if head.count(0) > len(head) // 4:  # letters of our alphabet with a zero before or behind
        wide = "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
        return _decoded(raw, wide), "utf-16"
    return raw.decode("utf-8", "surrogateescape"), "utf-8"


def _decoded(raw: bytes, name: str) -> str:
    if name == "utf-8":
        return raw.decode(name, "surrogateescape")
    return raw.decode(name, "replace")


def healed(text: str, charset: str = "") -> tuple[str, str]:
    """The text with its odd bytes read as `charset`, else as Windows-1252; and what was used.

    The second is empty when nothing was odd.
    """
    plain = text.isascii() and (not charset or "\x1b" not in text)
    if plain or not any("\ud800" <= one <= "\udfff" for one in text):
        return text, ""
    return from_bytes(text.encode("utf-8", "surrogateescape"), charset)


def from_bytes(raw: bytes, charset: str = "") -> tuple[str, str]:
    """Text of bytes that come with the name of their encoding, and the one that was used if another.

    Bytes that are UTF-8 are taken as that: many programs name another one and write it.
    """
    known = _known(charset)
    if known and not raw.isascii() and known != "utf-8":
        try:
            return raw.decode("utf-8"), ""
        except UnicodeDecodeError:
            pass
    for name in (known, "utf-8"):
        if name:
            try:
                return raw.decode(name), ""
            except (UnicodeError, ValueError):
                continue
    return raw.decode("cp1252", "replace"), "Windows-1252"


def _known(charset: str) -> str:
    """Python's name of an encoding of text; empty when there is none."""
    try:
        found = lookup(charset) if charset and charset.isascii() else None
    except (LookupError, ValueError):
        return ""
    return found.name if found and getattr(found, "_is_text_encoding", True) else ""


def clean(text: str, *, lines: bool = False) -> str:
    """The text without invisible characters; on one line unless `lines` may stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", text)
    if lines:
        return "\n".join(one.rstrip() for one in text.split("\n")).strip()
    return " ".join(text.split())


def hides(text: str) -> bool:
    """True when the text has a character that no editor shows, besides line breaks."""
    return _INVISIBLE.search(text.replace("\r", "")) is not None
