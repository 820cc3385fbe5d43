"""The book as a commit holds it, read from git without checking anything out."""

from dataclasses import replace
from hashlib import new, sha1
from pathlib import Path

from relplan.errors import Refused, WrongUse
from relplan.files.book import FOLDERS, Loaded, with_texts
from relplan.files.disk import MAX_BYTES, SETTINGS
from relplan.files.git import Answer, ask
from relplan.files.history import contents
from relplan.model import ids


def book_before(loaded: Loaded, revision: str) -> Loaded:
    """The book where this branch left `revision`; Refused or WrongUse says why it is not to be had.

    What both branches have in common is the beginning: what others wrote since is not ours.
    """
    root = loaded.root
    commit = _start(root, _commit(root, revision), revision)
    blobs = _blobs(root, commit)
    documents = loaded.documents
    changed = {
        path for path, blob in blobs.items() if not (_odd(path) or _same(loaded, path, blob))
    }
    found = contents(root, sorted(blobs[path] for path in changed))
    if missing := sum(blobs[path] not in found for path in changed):
        files = "1 file" if missing == 1 else f"{missing} files"
        raise Refused(
            f"--since {revision}: the content of {files} at that commit is not in this clone;"
            " fetch it with: git fetch --refetch --no-filter"
        )
    texts: dict[str, bytes | None] = {path: found[blobs[path]] for path in changed}
    texts |= dict.fromkeys(documents.keys() - blobs.keys())
    # A name that cannot be an id has no document: it is old only where it was there before.
    kept = [one for one in loaded.diagnostics if one.path in documents or one.path in blobs]
    return with_texts(replace(loaded, diagnostics=tuple(kept)), _readable(texts))


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip():
        raise WrongUse(f"--since {revision!r}: write a branch, a tag or a commit, such as main")
    answer = ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not answer.trouble:
        return answer.output.decode().strip()
    if (state := ask(root, "rev-parse", "--git-dir")).trouble:
        raise Refused(f"--since {revision}: {state.trouble}")
    near = ids.nearest(revision, _names(root))
    advice = f"did you mean {near}?" if near else "fetch it first, such as: git fetch origin main"
    raise WrongUse(f"--since {revision}: no such branch, tag or commit is in this clone; {advice}")


def _names(root: Path) -> list[str]:
    """The branches and tags that there are."""
    answer = ask(root, "for-each-ref", "--format=%(refname:short)")
    return answer.output.decode("utf-8", "replace").split()


def _start(root: Path, commit: str, revision: str) -> str:
    common: Answer = ask(root, "merge-base", commit, "HEAD")
    if common.trouble:
        raise Refused(
            f"--since {revision}: this clone has no commit that it shares with this branch;"
            " fetch the whole history with: git fetch --unshallow"
        )
    return common.output.decode().strip()


def _blobs(root: Path, commit: str) -> dict[str, str]:
    """The book's files in a commit: path to the name of the content."""
    answer = ask(root, "ls-tree", "-r", "-z", commit, "--", SETTINGS, *FOLDERS)
    if answer.trouble:
        raise Refused(answer.trouble)
    found = {}
    for row in answer.output.decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = row.partition("\t")
        if path == SETTINGS or (path.count("/") == 1 and path.endswith((".yaml", ".yml"))):
            mode, kind, blob = about.split(" ")
            if kind == "blob" and mode != _LINK:
                found[path] = blob
    return found


_LINK = "120000"


def _odd(path: str) -> bool:
    """True for a file whose name is no id: the book does not read it, and names it."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return path != SETTINGS and (ending != "yaml" or ids.why_not_an_id(stem) is not None)


def _same(loaded: Loaded, path: str, blob: str) -> bool:
    """True when the file is now as it was then."""
    document = loaded.documents.get(path)
    if document is None:
        return False
    kind = "sha1" if len(blob) == len(sha1(usedforsecurity=False).hexdigest()) else "sha256"
    whole = b"blob %d\0" % len(document.raw) + document.raw
    return new(kind, whole, usedforsecurity=False).hexdigest() == blob


def _readable(texts: dict[str, bytes | None]) -> dict[str, bytes | None]:
    """The contents, without those that are too large to have been read then."""
    return {
        path: None if raw is not None and len(raw) > MAX_BYTES else raw
        for path, raw in texts.items()
    }
