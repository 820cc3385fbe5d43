"""The merge of three files for git: by id where that is sure, else by lines as git does it."""

from pathlib import Path

from relplan.files import git, write
from relplan.files.disk import MAX_BYTES, Unreadable, decode
from relplan.files.merge.doubt import Doubt
from relplan.files.merge.engine import merge

_MARK = "\ufeff"


class Outcome:
    """What became of a merge: git's exit code, and why git merged by lines, if it did."""

    __slots__ = ("code", "doubt")

    def __init__(self, code: int, doubt: str = "") -> None:
        self.code = code
        self.doubt = doubt


def merge_files(base: Path, ours: Path, theirs: Path, size: int) -> Outcome:
    """Write the merge into `ours`; the code is 0 for merged and 1 for conflicts between markers."""
    try:
        texts = (_text(base), _text(ours), _text(theirs))
        merged = merge(*texts, size)
        if merged.conflicts and git.shows_the_base(ours.absolute().parent):
            merged = merge(*texts, size, with_base=True)
    except (Doubt, Unreadable) as why:
        return _by_lines(base, ours, theirs, size, str(why))
    except Exception as error:  # noqa: BLE001 -- a defect here must not cost anybody a merge
        said = f"a defect of relplan ({type(error).__name__})"
        return _by_lines(base, ours, theirs, size, said)
    _write(ours, merged.text.encode("utf-8"))
    return Outcome(1 if merged.conflicts else 0)


def _by_lines(base: Path, ours: Path, theirs: Path, size: int, why: str) -> Outcome:
    """What `git merge-file` makes of the three; its own exit code."""
    done = git.merge_by_lines(base, ours, theirs, size)
    if done.code in range(128):
        _write(ours, done.output)
    return Outcome(done.code, why)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"a file cannot be read ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"a file has more than {MAX_BYTES:,} bytes")
    text, marked = decode(raw)
    return (_MARK if marked else "") + text


def _write(path: Path, new: bytes) -> None:
    write.rewrite(path, lambda _: new, path.resolve().parent)
