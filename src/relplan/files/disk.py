"""Which files of a folder belong to a book, and their bytes: nothing here knows YAML.

Whatever is not a regular file inside the book is named, never opened: a FIFO would wait for ever.
"""

import os
import re
import stat
from pathlib import Path

from relplan import FORMAT
from relplan.errors import Refused, WrongUse

SETTINGS = "relplan.yaml"
"""The file that marks the root of a book."""
MAX_BYTES = 1_048_576
_FORMAT = re.compile(rb"^format:[ \t]+[\"']?(\d+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


class Unreadable(Exception):
    """Why a file's text cannot be had; `place` is a byte offset, or None for the whole file."""

    def __init__(self, why: str, place: int | None = None) -> None:
        super().__init__(why)
        self.place = place


def find_root(start: Path | None = None) -> Path:
    """The folder with relplan.yaml at or above `start`; WrongUse when there is none.

    Refused when the book is of a format that a newer relplan began.
    """
    begin = Path(os.path.abspath(start or Path.cwd()))  # noqa: PTH100 -- resolve() follows links
    for folder in (begin, *begin.parents):
        if os.path.lexists(folder / SETTINGS):
            root = folder.resolve()
            _refuse_newer(root)
            return root
    raise WrongUse(
        f"no {SETTINGS} in {begin} or above it; change into a book, name one with --book,"
        " or start one with: relplan init"
    )


def _refuse_newer(root: Path) -> None:
    """Whatever else a newer format changes, this one line of it can be read for ever."""
    try:
        said = newer_format(read_bytes(root / SETTINGS, root))
    except Unreadable:
        return  # the reader says what is wrong with it
    if said:
        raise Refused(
            f"{SETTINGS} says format: {said}, and this relplan reads formats up to {FORMAT};"
            " install a newer relplan, nothing was read"
        )


def newer_format(raw: bytes) -> str:
    """The format that these settings say, when this relplan does not read it; else nothing."""
    found = _FORMAT.search(raw)
    if found and (len(found[1]) > 9 or int(found[1]) > FORMAT):
        return found[1][:20].decode()
    return ""


def names_in(folder: Path) -> list[str]:
    """The names in a folder that end as YAML files do, sorted; empty where there is no folder.

    Unreadable says why a folder that is there cannot be listed.
    """
    try:
        found = [entry.name for entry in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Unreadable(_why(error)) from None
    return sorted(n for n in found if n.endswith((".yaml", ".yml")) and not n.startswith("."))


def read_bytes(path: Path, root: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file inside `root`, at most so many; Unreadable says why not."""
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise Unreadable(_why(error)) from None
    if not real.is_relative_to(root):
        raise Unreadable("this leads out of the book; copy the file here, or remove the link")
    try:
        # O_NONBLOCK: opening a FIFO without a writer returns at once instead of waiting.
        handle = os.open(
            real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as error:
        raise Unreadable(_why(error)) from None
    try:
        kind = os.fstat(handle)
        if stat.S_ISDIR(kind.st_mode):
            raise Unreadable("a folder with a file's name; rename it")
        if not stat.S_ISREG(kind.st_mode):
            raise Unreadable("this is not a regular file; only plain text files belong here")
        if kind.st_size > most:
            raise Unreadable(f"{kind.st_size:,} bytes; a plan has at most {most:,}: split it")
        return _all(handle, kind.st_size, most)
    except OSError as error:
        raise Unreadable(_why(error)) from None
    finally:
        os.close(handle)


def decode(raw: bytes) -> tuple[str, bool]:
    """The text of UTF-8 bytes, and whether a byte-order mark stood before it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("saved as UTF-16; save it as UTF-8", 0)
    marked = raw.startswith(b"\xef\xbb\xbf")
    body = raw[3:] if marked else raw
    try:
        return body.decode("utf-8"), marked
    except UnicodeDecodeError as error:
        byte = body[error.start]
        letter = bytes([byte]).decode("cp1252", "replace")
        meant = f" (perhaps {letter}, saved the old Windows way)" if letter.isprintable() else ""
        why = f"the byte {byte:#04x} is not UTF-8{meant}; save the file with the encoding UTF-8"
        raise Unreadable(why, error.start + (3 if marked else 0)) from None


def _all(handle: int, size: int, most: int) -> bytes:
    parts: list[bytes] = []
    left = most + 1
    while left > 0 and (part := os.read(handle, min(left, max(size, 65536)))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise Unreadable(f"more than {most:,} bytes; split it")
    return b"".join(parts)


def _why(error: OSError | RuntimeError) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link to a file that does not exist; mend or remove it"
    if isinstance(error, IsADirectoryError):
        return "a folder with a file's name; rename it"
    if isinstance(error, PermissionError):
        return "this file may not be read; ask for the permission, or correct it"
    if isinstance(error, OSError) and error.strerror and "symbolic" not in error.strerror:
        return f"this file cannot be read ({error.strerror})"
    return "a link that leads back to itself; remove it"
